import { describe, expect, it } from 'vitest'
import {
  knowsStandIn,
  namelessFolders,
  opensOutside,
  reachedFor,
  repeatedDoors,
  strayedSql,
  strayedTests,
} from './content.ts'
import { cycles, featureCycles, wrongFloors, wrongSides } from './graph.ts'
import { foldersIn, readSources } from './source.ts'

const product = [...readSources('electron'), ...readSources('renderer')]
const folders = ['electron', 'renderer', ...foldersIn('electron'), ...foldersIn('renderer')]

describe('the house', () => {
  it('imports go down the floors or stay in their folder', () => expect(wrongFloors(product)).toEqual([]))
  it('the two sides know the contract of each other and nothing else', () => expect(wrongSides(product)).toEqual([]))
  it('no import goes in a circle', () => expect(cycles(product)).toEqual([]))
  it('no features need each other', () => expect(featureCycles(product)).toEqual([]))
  it('each door to the outside stands in one file', () => expect(repeatedDoors(product)).toEqual([]))
  it('no address is handed to the system', () => expect(opensOutside(product)).toEqual([]))
  it('SQL stands in repositories, session stores and database/', () => expect(strayedSql(product)).toEqual([]))
  it('time, randomness and the environment are handed in', () => expect(reachedFor(product)).toEqual([]))
  it('the product knows nothing of the stand-in', () => expect(knowsStandIn(product)).toEqual([]))
  it('no folder is called utils or helpers', () =>
    expect(namelessFolders([...folders, ...foldersIn('test'), ...foldersIn('scripts')])).toEqual([]))
  it('test/ mirrors the product', () => expect(strayedTests(foldersIn('test'), folders)).toEqual([]))
})
