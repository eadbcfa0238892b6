import { sql } from 'kysely'
import { prepared } from '../database/prepared.ts'
import { queries } from '../database/queries.ts'
import type { EmployeePhotoTable, EmployeeTable } from '../database/schema.ts'
import { isHere } from '../employees/people-repository.ts'

export interface PhotoRow extends Omit<EmployeePhotoTable, 'employee_id'>, Pick<EmployeeTable, 'account_id'> {
  /** 1 where everybody may know of them. */
  readonly is_here: number
}

/** The photo of somebody, and who may see it; its bytes are null where it was taken away. */
export const selectPhoto = prepared<{ id: number }, PhotoRow>((parameter) =>
  queries
    .selectFrom('employee_photo')
    .innerJoin('employee', 'employee.id', 'employee_photo.employee_id')
    .select(['employee_photo.version', 'employee_photo.bytes', 'employee.account_id'])
    .select(sql<number>`${isHere()}`.as('is_here'))
    .where('employee_photo.employee_id', '=', parameter('id')),
)

/**
 * Those of these people who have a photo.
 * @param asker whose account it is that asks, who sees themselves and those who are here; null for who sees everybody
 */
export function selectVersions(ids: readonly number[], asker: number | null) {
  const photos = queries
    .selectFrom('employee_photo')
    .innerJoin('employee', 'employee.id', 'employee_photo.employee_id')
    .select(['employee_photo.employee_id as id', 'employee_photo.version'])
    .where('employee_photo.employee_id', 'in', ids)
    .where('employee_photo.bytes', 'is not', null)
  return asker === null
    ? photos
    : photos.where((where) => where.or([isHere(), where('employee.account_id', '=', asker)]))
}

/** Who somebody is, and the version of the photo that they have or had. */
export interface PortrayedRow extends Pick<EmployeeTable, 'first_name' | 'last_name'> {
  readonly photo_version: number | null
  readonly bytes: Uint8Array | null
}

export const selectPortrayed = prepared<{ id: number }, PortrayedRow>((parameter) =>
  queries
    .selectFrom('employee')
    .leftJoin('employee_photo', 'employee_photo.employee_id', 'employee.id')
    .select([
      'employee.first_name',
      'employee.last_name',
      'employee_photo.version as photo_version',
      'employee_photo.bytes',
    ])
    .where('employee.id', '=', parameter('id')),
)

/** The row of a photo that was taken away stays, so that no version is ever given twice. */
export const writePhoto = prepared<EmployeePhotoTable, unknown>((parameter) =>
  queries
    .insertInto('employee_photo')
    .values({
      employee_id: parameter('employee_id'),
      version: parameter('version'),
      bytes: parameter('bytes'),
    })
    .onConflict((conflict) =>
      conflict.column('employee_id').doUpdateSet({ version: parameter('version'), bytes: parameter('bytes') }),
    ),
)
