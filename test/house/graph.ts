import type { Source } from './source.ts'

/** Folders of electron/, from the top. `main` and `app` are the files of electron/ itself. */
const floors: readonly (readonly string[])[] = [
  ['main'],
  ['app'],
  ['start'],
  [
    'application',
    'setup',
    'recovery',
    'dashboard',
    'directory',
    'team',
    'chart',
    'photos',
    'sessions',
    'verification',
    'imports',
    'bulk',
    'exporting',
  ],
  ['employees', 'employee-list'],
  ['custom-fields'],
  ['organisation', 'assignments', 'accounts', 'ipc'],
  ['lifecycle'],
  ['session', 'audit', 'window', 'settings', 'tables', 'tasks'],
  ['contract', 'database'],
  ['environment'],
]

/** The part of the house that a file belongs to; null outside electron/. */
function partOf(path: string): string | null {
  const [root, part, deeper] = path.split('/')
  if (root !== 'electron' || !part) return null
  if (deeper) return part
  // The preload runs in the page's process and may know of nothing but names.
  return part === 'main.ts' ? 'main' : part === 'preload.ts' ? 'preload' : 'app'
}

function floorOf(part: string): number {
  return part === 'preload' ? floors.length - 2.5 : floors.findIndex((floor) => floor.includes(part))
}

/** Imports that go up, or sideways between folders of one floor, and folders that stand on no floor. */
export function wrongFloors(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, imports }) => {
    const part = partOf(path)
    if (part === null) return []
    if (floorOf(part) === -1) return [`${path}: the folder ${part} stands on no floor`]
    return imports.flatMap((target) => {
      const other = partOf(target)
      if (other === null || other === part) return []
      return floorOf(other) > floorOf(part) ? [] : [`${path} imports ${target}, which is not below it`]
    })
  })
}

/** What the two sides may know of each other: the renderer only the contract, electron/ nothing outside itself. */
export function wrongSides(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, imports }) =>
    imports
      .filter((target) => {
        if (path.startsWith('electron/contract/'))
          return !target.startsWith('electron/contract/') && !(path === 'electron/contract/zod.ts' && target === 'zod')
        if (path.startsWith('electron/')) return /^(renderer|test|scripts)\//.test(target)
        if (path.startsWith('renderer/'))
          return /^(electron|test|scripts)\//.test(target) && !target.startsWith('electron/contract/')
        return false
      })
      .map((target) => `${path} imports ${target}`),
  )
}

/** The first import cycle through each file, as a path. */
export function cycles(sources: readonly Source[]): readonly string[] {
  const imports = new Map(sources.map((source) => [source.path, source.imports]))
  const finished = new Set<string>()
  const found: string[] = []
  const walk = (path: string, trail: readonly string[]) => {
    const at = trail.indexOf(path)
    if (at !== -1) {
      found.push([...trail.slice(at), path].join(' → '))
      return
    }
    if (finished.has(path)) return
    for (const target of imports.get(path) ?? []) if (imports.has(target)) walk(target, [...trail, path])
    finished.add(path)
  }
  for (const { path } of sources) walk(path, [])
  return found
}
