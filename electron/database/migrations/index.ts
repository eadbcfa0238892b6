import type { Migration } from '../migration.ts'
import { foundation } from './0001-foundation.ts'
import { organisation } from './0002-organisation.ts'
import { leaving } from './0003-leaving.ts'
import { search } from './0004-search.ts'
import { listOrder } from './0005-list-order.ts'

/** All migrations in their order. */
export const migrations: readonly Migration[] = [foundation, organisation, leaving, search, listOrder]

/** The schema version that this Staffdesk reads and writes. */
export const latestVersion = migrations.length
