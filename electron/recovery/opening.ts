import type { RecoveryKind } from '../contract/recovery.ts'

/** What lies in the data folder before anything is opened. */
export interface Findings {
  readonly marker: 'ok' | 'missing' | 'broken'
  readonly database: 'ok' | 'missing' | 'empty' | 'broken' | 'newer' | 'foreign'
  readonly settingsBroken: boolean
  /** Whether any other file of ours lies there (secrets, write-ahead log, backups). */
  readonly otherFiles: boolean
}

/**
 * Decides what a start shows. Set-up, which makes somebody an administrator, appears in an empty folder only: a lost
 * or emptied database beside any trace of a company leads to recovery (threat-model.md A22).
 */
export function decideOpening(findings: Findings): 'open' | 'set-up' | RecoveryKind {
  switch (findings.database) {
    case 'ok':
      return 'open'
    case 'empty':
      return 'database-empty'
    case 'broken':
      return 'database-broken'
    case 'newer':
      return 'database-newer'
    case 'foreign':
      return 'database-foreign'
    case 'missing':
      if (findings.marker === 'ok') return 'database-missing'
      if (findings.marker === 'broken') return 'marker-broken'
      if (!findings.otherFiles) return 'set-up'
      return findings.settingsBroken ? 'settings-broken' : 'database-missing'
  }
}
