import type { Migration } from '../migration.ts'
import { foundation } from './0001-foundation.ts'
import { organisation } from './0002-organisation.ts'
import { leaving } from './0003-leaving.ts'
import { search } from './0004-search.ts'
import { directory } from './0005-directory.ts'
import { assignments } from './0006-assignments.ts'
import { customFields } from './0007-custom-fields.ts'
import { archiving } from './0008-archiving.ts'
import { photos } from './0009-photos.ts'
import { listOrder } from './0010-list-order.ts'
import { savedViews } from './0011-saved-views.ts'
import { imports } from './0012-imports.ts'
import { auditSearch } from './0013-audit-search.ts'
import { figures } from './0014-figures.ts'
import { teamSearch } from './0015-team-search.ts'

/** All migrations in their order. */
export const migrations: readonly Migration[] = [
  foundation,
  organisation,
  leaving,
  search,
  directory,
  assignments,
  customFields,
  archiving,
  photos,
  listOrder,
  savedViews,
  imports,
  auditSearch,
  figures,
  teamSearch,
]

/** The schema version that this Staffdesk reads and writes. */
export const latestVersion = migrations.length
