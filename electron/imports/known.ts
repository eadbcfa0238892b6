import type { ImportOptions } from '../contract/imports.ts'
import { type Definition, readAskedFields } from '../custom-fields/values.ts'
import type { Database } from '../database/port.ts'
import { selectDepartments, selectPositions } from '../organisation/repository.ts'
import { departmentFinder, type Found, positionFinder } from './places.ts'
import { type PersonRow, selectPeople, selectUsedNumbers } from './repository.ts'

/** What the company holds already, as the rows of a file are held against it. */
export interface Known {
  readonly byId: ReadonlyMap<number, PersonRow>
  /** By the folded number. */
  readonly byNumber: ReadonlyMap<string, PersonRow>
  /** By the folded address. */
  readonly byEmail: ReadonlyMap<string, PersonRow>
  /** Folded numbers that were ever given. */
  readonly usedNumbers: ReadonlySet<string>
  /** The custom fields that are asked for. */
  readonly definitions: readonly Definition[]
  readonly findDepartment: (text: string) => Found
  readonly findPosition: (text: string) => Found
}

export async function readKnown(
  database: Pick<Database, 'read'>,
  { createMissing }: Pick<ImportOptions, 'createMissing'>,
): Promise<Known> {
  const people = await database.read(selectPeople({}))
  const used = await database.read(selectUsedNumbers({}))
  const departments = await database.read(selectDepartments({}))
  const positions = await database.read(selectPositions({}))
  const withEmail = people.flatMap((person) =>
    person.work_email_key === null ? [] : [[person.work_email_key, person] as const],
  )
  return {
    byId: new Map(people.map((person) => [person.id, person])),
    byNumber: new Map(people.map((person) => [person.employee_number_key, person])),
    byEmail: new Map(withEmail),
    usedNumbers: new Set(used.map(({ number_key }) => number_key)),
    definitions: await readAskedFields(database),
    findDepartment: departmentFinder(
      departments.map(({ id, name, code, parent_id }) => ({ id, name, code, parentId: parent_id })),
      createMissing,
    ),
    findPosition: positionFinder(positions, createMissing),
  }
}
