import { digits, measuredOf } from './figures.ts'
import type { Finding, Table } from './finding.ts'

/** What became of a finding since the last committed figures. */
export interface Change {
  readonly what: string
  readonly before: string
  readonly now: string
  /** In per cent of what it was; null where one of the two was not measured. */
  readonly percent: number | null
  /** Whether the two intervals have nothing in common: more than chance. */
  readonly isCertain: boolean
}

/** The changes in one table. */
export interface ChangedTable {
  readonly title: string
  readonly changes: readonly Change[]
}

/** Sets findings beside those of the same id before; those that are only on one side are left out. */
export function changesSince(before: readonly Table[], now: readonly Table[]): readonly ChangedTable[] {
  const known = new Map(before.flatMap(({ findings }) => findings).map((finding) => [finding.id, finding]))
  return now.map(({ title, findings }) => ({
    title,
    changes: findings.flatMap((finding) => {
      const former = known.get(finding.id)
      return former ? [changeBetween(former, finding)] : []
    }),
  }))
}

function changeBetween(former: Finding, finding: Finding): Change {
  return {
    what: `${finding.what}, beside ${finding.peer}`,
    before: measuredOf(former),
    now: measuredOf(finding),
    percent: former.value === null || finding.value === null ? null : (finding.value / former.value - 1) * 100,
    isCertain:
      former.interval !== null &&
      finding.interval !== null &&
      (former.interval[1] < finding.interval[0] || finding.interval[1] < former.interval[0]),
  }
}

export function changeCells({ what, before, now, percent, isCertain }: Change): string[] {
  const change = percent === null ? '–' : `${percent < 0 ? '−' : '+'}${digits(Math.abs(percent))} %`
  return [what, before, now, change, isCertain ? 'more than chance' : '']
}
