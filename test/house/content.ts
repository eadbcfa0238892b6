import type { Source } from './source.ts'

/** Doors of the application that stand in one file each; a review then reads one file. */
const doors: readonly RegExp[] = [
  /^import ipcMain from electron$/,
  /^import ipcRenderer from electron$/,
  /^new BrowserWindow\(/,
  /^window\.staffdesk$/,
  // What main pushes to a page.
  /\.send\(\)$/,
]

/** Doors that more than one file opens. */
export function repeatedDoors(sources: readonly Source[]): readonly string[] {
  return doors.flatMap((door) => {
    const files = sources.filter(({ uses }) => uses.some((use) => door.test(use))).map(({ path }) => path)
    return files.length > 1 ? [`${door.source}: ${files.join(', ')}`] : []
  })
}

/** Calls that hand an address to the system, which starts a program by it (docs/decisions/0015-no-external-links.md). */
export function opensOutside(sources: readonly Source[]): readonly string[] {
  return sources.filter(({ text }) => /\bopenExternal\b/.test(text)).map(({ path }) => path)
}

/** Where SQL may stand. The audit log is one append-only repository, the history of logins the lifecycle's. */
const repositories = [
  /^electron\/(database|audit)\//,
  /^electron\/lifecycle\/(history|history-reports|kept-properties)\.ts$/,
  /(^|[/-])(repository|store|rows)\.ts$/,
]
const sqlStatement =
  /^\s*(select\b[\s\S]*\bfrom\b|insert (or \w+ )?into\b|update\b[\s\S]*\bset\b|delete from\b|(create|drop|alter) (unique |temp |virtual )?(table|index|trigger|view)\b|pragma\b|begin immediate\b|vacuum\b)/i

/** SQL, as text or through the query builder, outside repositories, session stores and database/. */
export function strayedSql(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => path.startsWith('electron/') || path.startsWith('renderer/'))
    .filter(({ path }) => !repositories.some((place) => place.test(path)))
    .flatMap(({ path, imports, literals }) => [
      ...imports
        .filter((target) => target === 'kysely' || target === 'electron/database/queries.ts')
        .map((target) => `${path} imports ${target}`),
      ...literals
        .filter((text) => sqlStatement.test(text))
        .map((text) => `${path} holds SQL: ${text.trim().slice(0, 40)}`),
    ])
}

/** The composition root, where time, randomness and the environment come from. */
const root = /^electron\/(main|app|start\/system)\.ts$/
const reached: readonly string[] = [
  'Date.now()',
  'new Date()',
  'Date()',
  'Math.random()',
  'crypto.randomUUID()',
  'crypto.getRandomValues()',
  'process.env',
  'import randomBytes from node:crypto',
  'import randomUUID from node:crypto',
  'import randomInt from node:crypto',
  'import env from node:process',
]

/** Time, randomness and environment that are reached for instead of handed in. `new Date(instant)` is arithmetic. */
export function reachedFor(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path }) => (path.startsWith('electron/') && !root.test(path)) || path.startsWith('renderer/'))
    .flatMap(({ path, uses }) => reached.filter((use) => uses.includes(use)).map((use) => `${path}: ${use}`))
}

/** Product code that knows of the stand-in. */
export function knowsStandIn(sources: readonly Source[]): readonly string[] {
  return sources
    .filter(({ path, text }) => /^(electron|renderer)\//.test(path) && /stand-?in\b/i.test(text))
    .map(({ path }) => path)
}

/** Folders whose names say nothing of what is in them. */
export function namelessFolders(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => /(^|\/)(utils?|helpers?)$/i.test(folder))
}

/** What tests of one folder share among themselves. */
const shared = /(?<=\/.+)\/(support|children|fixtures)$/
const ofTheirOwn = ['bench', 'e2e', 'faults', 'house', 'packaging', 'scripts', 'standin', 'support']

/** Folders of test/ that mirror no folder of electron/ or renderer/, and are none of the known others. */
export function strayedTests(tests: readonly string[], product: readonly string[]): readonly string[] {
  return tests.filter((folder) => {
    const [, first = '', ...rest] = folder.replace(shared, '').split('/')
    if (ofTheirOwn.includes(first)) return false
    const mirrored = [first, ...rest].join('/')
    const places = [mirrored, `electron/${mirrored}`, mirrored.replace(/^renderer\//, 'renderer/features/')]
    return !places.some((place) => product.includes(place))
  })
}
