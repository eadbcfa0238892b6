import type { Source } from './source.ts'

/**
 * The folders of each half of the house, from the top. `main` and `app` are also the files of electron/ itself, and
 * `main` that of renderer/.
 */
const houses: Readonly<Record<string, readonly (readonly string[])[]>> = {
  electron: [
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
  ],
  renderer: [['main'], ['app'], ['features'], ['registry'], ['frame'], ['ui'], ['bridge']],
}

interface Place {
  readonly house: string
  readonly part: string
  /** Counted from the top; -1 where the part stands on no floor. */
  readonly floor: number
}

/** Where a file stands; null outside the two halves. */
function placeOf(path: string): Place | null {
  const [house = '', first, deeper] = path.split('/')
  const floors = houses[house]
  if (floors === undefined || !first) return null
  const part = deeper ? first : partOfRoot(first)
  // The preload runs in the page's process and may know of nothing but names.
  const floor = part === 'preload' ? floors.length - 2.5 : floors.findIndex((parts) => parts.includes(part))
  return { house, part, floor }
}

function partOfRoot(file: string): string {
  if (/^main\.tsx?$/.test(file)) return 'main'
  return file === 'preload.ts' ? 'preload' : 'app'
}

/** Imports that go up, or sideways between folders of one floor, and folders that stand on no floor. */
export function wrongFloors(sources: readonly Source[]): readonly string[] {
  return sources.flatMap(({ path, imports }) => {
    const place = placeOf(path)
    if (place === null) return []
    if (place.floor === -1) return [`${path}: the folder ${place.part} stands on no floor`]
    return imports.flatMap((target) => {
      const other = placeOf(target)
      if (other === null || other.house !== place.house || other.part === place.part) return []
      return other.floor > place.floor ? [] : [`${path} imports ${target}, which is not below it`]
    })
  })
}

const featureOf = (path: string): string | undefined => /^renderer\/features\/[^/]+/.exec(path)?.[0]

/** Features of the renderer that need each other in a circle. */
export function featureCycles(sources: readonly Source[]): readonly string[] {
  const needs = new Map<string, Set<string>>()
  for (const { path, imports } of sources) {
    const feature = featureOf(path)
    if (feature === undefined) continue
    const others = imports.flatMap((target) => featureOf(target) ?? []).filter((other) => other !== feature)
    needs.set(feature, new Set([...(needs.get(feature) ?? []), ...others]))
  }
  return cycles([...needs].map(([path, others]) => ({ path, imports: [...others] })))
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
export function cycles(sources: readonly Pick<Source, 'path' | 'imports'>[]): readonly string[] {
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
