const day = 24 * 60 * 60_000
const mostDays = 30

/** What the rule of docs/releasing.md looks at. */
export interface Release {
  /** `package.json`, as text. */
  readonly manifest: string
  /** `docs/releasing.md`. */
  readonly releasing: string
  readonly changelog: string
}

const major = (version: string | undefined): number => Number(version?.split('.')[0])
const daysBetween = (earlier: string | undefined, later: string | undefined): number =>
  (Date.parse(later ?? '') - Date.parse(earlier ?? '')) / day

/** What is wrong with how close Electron is to its newest, by what was last looked up (threat-model.md E16). */
export function electronTooOld({ manifest, releasing, changelog }: Release): string[] {
  const row = /^\| (\d{4}-\d\d-\d\d) \| (\S+) \| (\S+) \| (\S+) \| (\S+) \|$/m.exec(releasing)
  if (!row) return ['docs/releasing.md does not say when Electron was looked up']
  const [, lookedUp, used, usedOn, newest, newestOn] = row
  const installed = (JSON.parse(manifest) as { devDependencies: { electron: string } }).devDependencies.electron
  const released = /^## \[[\d.]+\] - (\S+)$/m.exec(changelog)?.[1]
  return [
    used === installed ? [] : [`${used} was looked up, ${installed} is in use`],
    major(newest) - major(used) <= 1 ? [] : [`${used} is more than one major version behind ${newest}`],
    daysBetween(usedOn, newestOn) <= mostDays ? [] : [`${used} is more than ${mostDays} days older than ${newest}`],
    released === undefined || daysBetween(lookedUp, released) <= mostDays
      ? []
      : [`Electron was looked up on ${lookedUp}, more than ${mostDays} days before the release of ${released}`],
  ].flat()
}
