import type { RecoveryKind, RecoveryProblem } from '../contract/recovery.ts'

const whatHappened: Readonly<Record<RecoveryKind, string>> = {
  'database-missing': 'A company was set up here, but its database file is gone.',
  'database-empty': 'The database file is there, but nothing is in it.',
  'database-broken': 'The database file is damaged and cannot be read.',
  'database-newer':
    'The database was written by a newer version of Staffdesk. Install that version, or choose an older backup.',
  'database-foreign': 'The database file belongs to another program or to another company.',
  'audit-broken':
    'The record of who changed what does not fit together: entries were altered or are missing. The log names the place.',
  'marker-broken': 'A company was set up here, but its database file is gone and the note about it is damaged.',
  'settings-broken': 'The settings file is damaged and the database file is gone.',
  'not-writable': 'Staffdesk may not write to its folder. Ask your IT people for the right to write there.',
  'migration-failed': 'The database could not be brought up to this version. It is unchanged.',
  unknown: 'The database could not be opened. The log names the reason.',
}

/** Words that must be typed to start over where the company's name is not known. */
export const fallbackConfirmation = 'start over'

/**
 * The recovery screen's words.
 * @param company the company's name, where the marker still tells it
 */
export function describeProblem(kind: RecoveryKind, folder: string, company: string | null): RecoveryProblem {
  return {
    kind,
    whatHappened: whatHappened[kind],
    whatIsSafe: 'Staffdesk has changed and deleted nothing. Whatever was in the folder is still there.',
    folder,
    confirmation: company ?? fallbackConfirmation,
    canStartOver: kind !== 'not-writable',
  }
}
