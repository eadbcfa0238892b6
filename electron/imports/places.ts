import { departmentFields, positionFields } from '../contract/organisation.ts'
import { foldName } from '../database/fold.ts'
import { departmentPaths } from '../tables/department-paths.ts'

export interface KnownDepartment {
  readonly id: number
  readonly name: string
  readonly code: string | null
  readonly parentId: number | null
}

export interface KnownPosition {
  readonly id: number
  readonly title: string
}

/** What a cell points to: something that is there, something that is to be made, or a mistake. */
export type Found = { readonly id: number } | { readonly missing: string } | { readonly problem: string }

/** The names along a path; people part them by a slash or an arrow. */
const partsOf = (path: string): readonly string[] => path.split(/\s*[/›>]\s*/u).map((name) => name.trim())

/** The form by which two paths are the same. */
export const pathKey = (path: string): string => partsOf(path).map(foldName).join(' / ')

/** A path as exports write it, and those of the departments above it, from the top. */
export function pathsDownTo(path: string): readonly string[] {
  const parts = partsOf(path)
  return parts.map((_, index) => parts.slice(0, index + 1).join(' / '))
}

/** Finds a department by its path, its code, or its name where only one has it. */
export function departmentFinder(departments: readonly KnownDepartment[], canCreate: boolean): (text: string) => Found {
  const paths = departmentPaths(departments)
  const byPath = new Map<string, number>()
  const byCode = new Map<string, number>()
  const byName = new Map<string, number[]>()
  for (const { id, name, code } of departments) {
    const path = paths.get(id) ?? name
    byPath.set(pathKey(path), id)
    byPath.set(foldName(path), id)
    if (code) byCode.set(foldName(code), id)
    byName.set(foldName(name), [...(byName.get(foldName(name)) ?? []), id])
  }
  return remembering((text) => {
    const key = foldName(text)
    const id = byPath.get(key) ?? byPath.get(pathKey(text)) ?? byCode.get(key)
    if (id !== undefined) return { id }
    const [one, another] = byName.get(key) ?? []
    if (another !== undefined) {
      return { problem: `More than one department is called ${text}. Write its path, such as Sales / North.` }
    }
    if (one !== undefined) return { id: one }
    if (!canCreate) return { problem: `There is no department ${text}.` }
    const wrong = partsOf(text).map((name) => departmentFields.shape.name.safeParse(name).error?.issues[0]?.message)
    const problem = wrong.find((message) => message !== undefined)
    return problem === undefined ? { missing: pathsDownTo(text).at(-1) ?? text } : { problem }
  })
}

/** Finds a position by its title. */
export function positionFinder(positions: readonly KnownPosition[], canCreate: boolean): (text: string) => Found {
  const byTitle = new Map(positions.map(({ id, title }) => [foldName(title), id]))
  return remembering((text) => {
    const id = byTitle.get(foldName(text))
    if (id !== undefined) return { id }
    if (!canCreate) return { problem: `There is no position ${text}.` }
    const title = positionFields.shape.title.safeParse(text)
    return title.success ? { missing: title.data } : { problem: title.error.issues[0]?.message ?? '' }
  })
}

/** The same few texts come again in row after row. */
function remembering(find: (text: string) => Found): (text: string) => Found {
  const known = new Map<string, Found>()
  return (text) => {
    const found = known.get(text) ?? find(text)
    known.set(text, found)
    return found
  }
}
