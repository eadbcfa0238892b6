import { type EmployeeRecord, employeeRecord } from './employees.ts'
import { z } from './zod.ts'

/**
 * Who looks at an employee's record: an administrator, somebody above the employee in the reporting line, the employee,
 * or anybody else who is signed in. docs/privacy.md shows the table below, docs/decisions/0028-who-sees-whom.md says why.
 */
export const viewers = ['admin', 'manager', 'self', 'colleague'] as const

export type Viewer = (typeof viewers)[number]

const { reason, successor } = employeeRecord.shape.leaving.unwrap().shape

/** All that is told of an employee to anybody. Of a leaving not everybody may see everything, so its parts stand alone. */
const whole = employeeRecord.omit({ leaving: true }).extend({
  /** The last day of work; empty where no leaving is planned. */
  leavingDate: z.string(),
  leavingReason: reason.nullable(),
  leavingSuccessor: successor,
})

type Whole = z.infer<typeof whole>
export type VisibleField = keyof Whole

const everybody = ['admin', 'manager', 'self', 'colleague'] as const
const work = ['admin', 'manager', 'self'] as const
const line = ['admin', 'manager'] as const
const own = ['admin', 'self'] as const
const office = ['admin'] as const

/** Who sees which field. A field that is added to the record does not compile until it stands here. */
export const visibility = {
  id: everybody,
  firstName: everybody,
  lastName: everybody,
  preferredName: everybody,
  workEmail: everybody,
  workPhone: everybody,
  department: everybody,
  position: everybody,
  manager: everybody,
  reports: everybody,
  employeeNumber: work,
  middleName: work,
  employmentType: work,
  hireDate: work,
  probationEndDate: work,
  contractEndDate: work,
  status: work,
  leavingDate: line,
  dateOfBirth: own,
  mobilePhone: own,
  personalEmail: own,
  address: own,
  emergencyContactName: own,
  emergencyContactPhone: own,
  emergencyContactRelation: own,
  archivedAt: office,
  custom: office,
  notes: office,
  leavingReason: office,
  leavingSuccessor: office,
  account: office,
  version: office,
  createdAt: office,
  updatedAt: office,
} as const satisfies Readonly<Record<VisibleField, readonly Viewer[]>>

type SeenBy<V extends Viewer> = {
  [Field in VisibleField]: V extends (typeof visibility)[Field][number] ? Field : never
}[VisibleField]

/** The fields that a viewer sees, in the order of the table. */
export function fieldsFor<V extends Viewer>(viewer: V): readonly SeenBy<V>[] {
  const names = Object.keys(visibility) as readonly VisibleField[]
  return names.filter((name): name is SeenBy<V> => (visibility[name] as readonly Viewer[]).includes(viewer))
}

function viewFor<V extends Viewer>(viewer: V) {
  const shape = Object.fromEntries(fieldsFor(viewer).map((field) => [field, whole.shape[field]]))
  return z.strictObject(shape as Pick<typeof whole.shape, SeenBy<V>>)
}

/** An employee as those above them in the reporting line see them. */
export const lineView = viewFor('manager')

/** An employee as they see themselves. */
export const ownView = viewFor('self')

/** An employee as everybody sees them. */
export const publicView = viewFor('colleague')

export type LineView = z.infer<typeof lineView>
export type OwnView = z.infer<typeof ownView>
export type PublicView = z.infer<typeof publicView>

/** What a viewer may see of a record, and nothing else of it. */
export function asSeenBy<V extends Viewer>(viewer: V, { leaving, ...record }: EmployeeRecord): Pick<Whole, SeenBy<V>> {
  const told: Whole = {
    ...record,
    leavingDate: leaving?.date ?? '',
    leavingReason: leaving?.reason ?? null,
    leavingSuccessor: leaving?.successor ?? null,
  }
  return Object.fromEntries(fieldsFor(viewer).map((field) => [field, told[field]])) as Pick<Whole, SeenBy<V>>
}
