import { type CustomDefinition, customKeyOf } from '../contract/custom-fields.ts'
import type { EmployeeInput } from '../contract/employees.ts'
import { type ImportField, importFields } from '../contract/imports.ts'
import { foldForSearch } from '../database/fold.ts'
import { employeeHeadings } from '../tables/employee-columns.ts'

/** What other systems call the same, folded as `headingKey` folds. */
const synonyms: Readonly<Record<keyof EmployeeInput, readonly string[]>> = {
  employeeNumber: [
    'number',
    'no',
    'id',
    'employeeid',
    'employeeno',
    'personnelnumber',
    'staffnumber',
    'staffid',
    'badge',
  ],
  firstName: ['first', 'givenname', 'forename', 'name'],
  middleName: ['middle', 'secondname', 'middleinitial'],
  lastName: ['last', 'surname', 'familyname'],
  preferredName: ['preferred', 'nickname', 'knownas', 'callname'],
  dateOfBirth: ['birthdate', 'birthday', 'dob', 'born', 'birth'],
  workEmail: ['email', 'mail', 'emailaddress', 'workmail', 'companyemail', 'businessemail', 'officeemail'],
  workPhone: ['phone', 'telephone', 'tel', 'officephone', 'businessphone', 'phonenumber', 'extension'],
  mobilePhone: ['mobile', 'cell', 'cellphone', 'mobilenumber', 'mobilephonenumber'],
  personalEmail: ['privateemail', 'homeemail', 'personalmail'],
  address: ['homeaddress', 'street', 'postaladdress'],
  emergencyContactName: ['emergencycontact', 'emergencyname', 'emergencycontactname', 'nextofkin'],
  emergencyContactPhone: ['emergencyphone', 'emergencycontactphone', 'emergencynumber'],
  emergencyContactRelation: ['emergencyrelation', 'emergencycontactrelation', 'relation', 'relationship'],
  departmentId: ['dept', 'team', 'unit', 'orgunit', 'division', 'departmentname'],
  positionId: ['jobtitle', 'job', 'title', 'role', 'designation', 'function'],
  managerId: [
    'managernumber',
    'managerid',
    'reportsto',
    'supervisor',
    'supervisornumber',
    'supervisorid',
    'linemanager',
  ],
  employmentType: ['type', 'contracttype', 'employment', 'typeofemployment', 'employeetype'],
  hireDate: [
    'hired',
    'hiredon',
    'startdate',
    'joined',
    'joiningdate',
    'dateofjoining',
    'entrydate',
    'start',
    'datehired',
  ],
  probationEndDate: ['probationend', 'probation', 'endofprobationperiod', 'probationuntil'],
  contractEndDate: ['contractend', 'enddate', 'contractuntil', 'endofemployment'],
  notes: ['note', 'remarks', 'comment', 'comments'],
}

/** The column that a file of bad rows has more; an import leaves it alone. */
export const problemHeading = 'Problem'

/** A heading without case, accents and anything but letters and digits: `E-Mail ` and `email` are one. */
export function headingKey(heading: string): string {
  return foldForSearch(heading).replace(/[^\p{L}\p{N}]/gu, '')
}

/** Headings that were assigned by hand, by their key. */
export type RememberedHeadings = Readonly<Record<string, ImportField | null>>

const ownByKey = new Map(importFields.map((field) => [headingKey(employeeHeadings[field]), field]))
const synonymsByKey = new Map(importFields.flatMap((field) => synonyms[field].map((key) => [key, field] as const)))

type Named = readonly Pick<CustomDefinition, 'id' | 'name'>[]

/**
 * What each column is likely to be: as it was assigned last time, else by our own headings, the names of custom fields,
 * and what others call it. A field is given to one column, to the one that names it best.
 * @param custom the custom fields that are asked for
 */
export function guessMapping(
  headings: readonly string[],
  remembered: RememberedHeadings,
  custom: Named,
): (ImportField | null)[] {
  const known = new Set<ImportField>([...importFields, ...custom.map(customKeyOf)])
  const keys = headings.map(headingKey)
  const mapping = keys.map((): ImportField | null => null)
  const taken = new Set<ImportField>()
  const isDecided = keys.map((key) => Object.hasOwn(remembered, key) && remembered[key] === null)
  // Columns of custom fields stand last in an export: one that is called as another column is the one behind.
  const customByColumn = new Map(custom.map((field) => [keys.lastIndexOf(headingKey(field.name)), customKeyOf(field)]))
  const sources: ((key: string, column: number) => ImportField | null | undefined)[] = [
    (key) => (Object.hasOwn(remembered, key) ? remembered[key] : undefined),
    (key) => ownByKey.get(key),
    (_key, column) => customByColumn.get(column),
    (key) => synonymsByKey.get(key),
  ]
  for (const source of sources) {
    keys.forEach((key, column) => {
      const field = isDecided[column] || mapping[column] !== null ? null : source(key, column)
      if (!field || taken.has(field) || !known.has(field)) return
      mapping[column] = field
      taken.add(field)
    })
  }
  return mapping
}

/** What is kept of a mapping for the next file: what the guess alone would not have found. */
export function rememberedOf(
  headings: readonly string[],
  mapping: readonly (ImportField | null)[],
  custom: Named,
): RememberedHeadings {
  const guessed = guessMapping(headings, {}, custom)
  return Object.fromEntries(
    headings.flatMap((heading, column) => {
      const field = mapping[column] ?? null
      const key = headingKey(heading)
      return key === '' || field === guessed[column] ? [] : [[key, field] as const]
    }),
  )
}
