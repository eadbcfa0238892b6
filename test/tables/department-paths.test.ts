import { expect, it } from 'vitest'
import { departmentPaths } from '../../electron/tables/department-paths.ts'

it('a department is written after those above it', () => {
  const paths = departmentPaths([
    { id: 1, name: 'Sales', parentId: null },
    { id: 2, name: 'North', parentId: 1 },
    { id: 3, name: 'Field', parentId: 2 },
  ])
  expect([...paths.values()]).toEqual(['Sales', 'Sales / North', 'Sales / North / Field'])
})

it('a circle in the data ends', () => {
  const paths = departmentPaths([
    { id: 1, name: 'A', parentId: 2 },
    { id: 2, name: 'B', parentId: 1 },
  ])
  expect(paths.get(1)).toBe('B / A')
})
