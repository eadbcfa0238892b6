import { chmodSync, existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import Store from 'electron-store'
import { z } from '../contract/zod.ts'
import type { Clock } from '../environment/clock.ts'

const preferences = z.strictObject({
  /** Where the last window stood, in device-independent pixels. */
  windowPlace: z
    .strictObject({
      x: z.number().int(),
      y: z.number().int(),
      width: z.number().int().min(400),
      height: z.number().int().min(300),
      maximized: z.boolean(),
    })
    .optional(),
  /** The theme of the last person; the login screen uses it. */
  theme: z.enum(['light', 'dark', 'system']).default('system'),
})

/** The settings of this computer. Holds no secrets and nothing of the company (threat-model.md D4). */
export interface Preferences {
  get<Name extends keyof PreferenceValues>(name: Name): PreferenceValues[Name]
  /**
   * Keeps a value for this run and the next ones.
   * @throws ZodError for one that could not be read back; the system's error when it cannot be written
   */
  set<Name extends keyof PreferenceValues>(name: Name, value: NonNullable<PreferenceValues[Name]>): void
  /** Name of the file to which a broken settings file was moved at this start, else null. */
  readonly setAside: string | null
}

type PreferenceValues = z.output<typeof preferences>

export const preferencesFile = 'settings.json'

/** Whether a settings file is there but cannot be read as ours. */
export function preferencesAreBroken(folder: string): boolean {
  const file = join(folder, preferencesFile)
  if (!existsSync(file)) return false
  try {
    return !preferences.safeParse(JSON.parse(readFileSync(file, 'utf8'))).success
  } catch {
    return true
  }
}

/** Opens this computer's settings; a broken file is set aside under a name with the time, and defaults stand in. */
export function openPreferences(folder: string, clock: Clock): Preferences {
  let setAside: string | null = null
  const file = join(folder, preferencesFile)
  if (preferencesAreBroken(folder)) {
    setAside = `settings.broken-${new Date(clock.now()).toISOString().replaceAll(/[:.]/g, '-')}.json`
    renameSync(file, join(folder, setAside))
  }
  const store = new Store<Record<string, unknown>>({ cwd: folder, name: 'settings', configFileMode: 0o600 })
  if (existsSync(file)) chmodSync(file, 0o600)
  // Read once: a file that is damaged while the application runs is the next start's matter.
  let values = preferences.parse(store.store)
  return {
    get: (name) => values[name],
    set: (name, value) => {
      values = preferences.parse({ ...values, [name]: value })
      store.store = values
    },
    setAside,
  }
}
