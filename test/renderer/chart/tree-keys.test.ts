import { describe, expect, it } from 'vitest'
import { destinationOf, type TreeItem, typedTo } from '../../../renderer/features/chart/tree-keys.ts'

const items: readonly TreeItem[] = [
  { level: 1, text: 'Meridian' },
  { level: 2, text: 'Grace' },
  { level: 3, text: 'Ada' },
  { level: 3, text: 'Alan' },
  { level: 2, text: 'Zoë' },
]

describe('the keys of a tree', () => {
  it.each([
    ['ArrowDown', 0, true, 1],
    ['ArrowDown', 4, null, null],
    ['ArrowUp', 4, null, 3],
    ['ArrowUp', 0, true, null],
    ['Home', 3, null, 0],
    ['End', 1, true, 4],
    ['ArrowRight', 1, true, 2],
    ['ArrowRight', 2, null, null],
    ['ArrowRight', 4, false, null],
    ['ArrowLeft', 3, null, 1],
    ['ArrowLeft', 1, false, 0],
    ['ArrowLeft', 1, true, null],
    ['x', 1, true, null],
  ] as const)('%s at %d leads where the tree pattern says', (key, at, isOpen, to) => {
    expect(destinationOf(key, items, at, isOpen)).toBe(to)
  })

  it('typing goes on to the next item of that letter, and around', () => {
    expect(typedTo('a', items, 1)).toBe(2)
    expect(typedTo('a', items, 2)).toBe(3)
    expect(typedTo('a', items, 3)).toBe(2)
    expect(typedTo('Z', items, 4)).toBe(4)
    expect(typedTo('q', items, 0)).toBeNull()
  })

  it('several letters stay where they match', () => {
    expect(typedTo('al', items, 2)).toBe(3)
    expect(typedTo('al', items, 3)).toBe(3)
  })
})
