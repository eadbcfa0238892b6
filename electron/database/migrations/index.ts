import type { Migration } from '../migration.ts'
import { foundation } from './0001-foundation.ts'
import { organisation } from './0002-organisation.ts'
import { leaving } from './0003-leaving.ts'
import { imports } from './0004-imports.ts'

/** All migrations in their order. */
export const migrations: readonly Migration[] = [foundation, organisation, leaving, imports]

/** The schema version that this Staffdesk reads and writes. */
export const latestVersion = migrations.length
