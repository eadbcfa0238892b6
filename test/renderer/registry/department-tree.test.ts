import { describe, expect, it } from 'vitest'
import { placed, standingBelow } from '../../../renderer/registry/department-tree.ts'
import { departmentOf } from '../organisation/company.ts'

/** Departments named by letters, each with the letter of its parent. */
const departments = (...pairs: readonly (readonly [string, string | null])[]) =>
  pairs.map(([name, parent]) =>
    departmentOf(name.charCodeAt(0), { name, parentId: parent === null ? null : parent.charCodeAt(0) }),
  )

const shown = (tree: ReturnType<typeof placed>) => tree.map(({ department, depth }) => `${depth}${department.name}`)

describe('the departments as a tree', () => {
  it('stand below their parents, in the order of the list, with their path', () => {
    const tree = placed(departments(['B', null], ['C', 'A'], ['D', 'C'], ['A', null], ['E', 'A']))
    expect(shown(tree)).toEqual(['0B', '0A', '1C', '2D', '1E'])
    expect(tree.map(({ path }) => path)).toEqual(['B', 'A', 'A › C', 'A › C › D', 'A › E'])
  })

  it('stand at the top where the parent is not known', () => {
    expect(shown(placed(departments(['B', 'Z'], ['C', 'B'])))).toEqual(['0B', '1C'])
  })

  it('are all there once, even where they stand in a circle', () => {
    expect(shown(placed(departments(['A', 'C'], ['B', 'A'], ['C', 'B'], ['D', 'B'], ['E', null])))).toEqual([
      '0E',
      '0A',
      '1B',
      '2C',
      '2D',
    ])
    expect(shown(placed(departments(['A', 'A'])))).toEqual(['0A'])
  })
})

describe('what stands below a department', () => {
  const tree = placed(departments(['A', null], ['B', 'A'], ['C', 'B'], ['D', 'A'], ['E', null]))
  const below = (name: string) => standingBelow(tree, name.charCodeAt(0)).map(({ department }) => department.name)

  it.each([
    ['A', ['B', 'C', 'D']],
    ['B', ['C']],
    ['D', []],
    ['E', []],
    ['Z', []],
  ] as const)('%s: %j', (name, names) => expect(below(name)).toEqual(names))
})
