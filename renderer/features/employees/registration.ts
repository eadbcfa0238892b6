import { type CustomField, customShape } from '../../../electron/contract/custom-fields.ts'
import {
  type RegisterInput,
  type RegistrationDraft,
  registerInput,
  unknownEmployee,
} from '../../../electron/contract/employees.ts'
import { z } from '../../../electron/contract/zod.ts'
import { type Problems, problemsBySchema, problemsOfFailure } from '../../ui/form-problems.ts'
import { registerWords } from './strings.ts'

/** What the person types while registering an employee, flat, as the fields hold it. */
export interface RegistrationValues extends Omit<RegistrationDraft, 'step'> {
  readonly temporaryPassword: string
}

export type RegistrationField = Exclude<keyof RegistrationValues, 'custom'>

/** A custom field by its path in the values. */
export type CustomPath = `custom.${number}`

export type AnyField = RegistrationField | CustomPath

const isCustom = (field: string): field is CustomPath => field.startsWith('custom.')

export const emptyRegistration: RegistrationValues = {
  employeeNumber: '',
  firstName: '',
  lastName: '',
  dateOfBirth: '',
  workEmail: '',
  departmentId: null,
  positionId: null,
  managerId: null,
  employmentType: null,
  hireDate: '',
  createAccount: true,
  username: '',
  role: 'employee',
  temporaryPassword: '',
}

export const reviewStep = 3

/** The steps that ask about the employee, with their fields in the order in which they stand on the screen. */
export const employeeSteps = [
  ['employeeNumber', 'firstName', 'lastName', 'dateOfBirth', 'workEmail'],
  ['hireDate', 'departmentId', 'positionId', 'managerId', 'employmentType'],
] as const satisfies readonly (readonly (RegistrationField & keyof RegisterInput['employee'])[])[]

/** The fields of each step, in the order in which they stand on the screen. */
export const stepFields: readonly (readonly RegistrationField[])[] = [
  ...employeeSteps,
  ['createAccount', 'username', 'role', 'temporaryPassword'],
  [],
]

/** Every field in the order in which it is asked for. */
const fieldOrder = stepFields.flat()

/** The step that asks for custom fields, after its own. */
export const customStep = 1

/** The field at fault that comes first on the screen, or undefined when nothing is wrong. */
export const firstProblem = (problems: Problems): AnyField | undefined => {
  const order: readonly AnyField[] = [...employeeSteps.flat(), ...Object.keys(problems).filter(isCustom), ...fieldOrder]
  return order.find((field) => problems[field] !== undefined)
}

export const stepOf = (field: AnyField): number =>
  isCustom(field) ? customStep : stepFields.findIndex((fields) => fields.includes(field))

/** The values as the call `employees.register` takes them. */
export function toRegisterInput(values: RegistrationValues): RegisterInput {
  const { createAccount, username, role, temporaryPassword, custom, ...employee } = values
  return {
    ...(custom && { custom }),
    employee: { ...unknownEmployee, ...employee },
    account: createAccount ? { username, role, temporaryPassword } : null,
  }
}

/** The values without custom fields that are asked for no longer, as an older draft may hold them. */
export function withAsked(values: RegistrationValues, customFields: readonly CustomField[]): RegistrationValues {
  const asked = customFields.map(({ id }) => [String(id), values.custom?.[id] ?? ''] as const)
  return { ...values, custom: asked.length === 0 ? undefined : Object.fromEntries(asked) }
}

/** The values as the session keeps them. The password is left out: a draft outlives the screen that showed it. */
export function toDraft(values: RegistrationValues, step: number): RegistrationDraft {
  const { temporaryPassword: _, ...kept } = values
  return { ...kept, step }
}

/**
 * A draft as the form takes it up again, with the step to go on from: never past the account step when an account
 * is wanted, because its password has to be entered again.
 */
export function fromDraft(draft: RegistrationDraft): { values: RegistrationValues; step: number } {
  const { step, ...kept } = draft
  return {
    values: { ...kept, temporaryPassword: '' },
    step: draft.createAccount ? Math.min(step, stepOf('temporaryPassword')) : step,
  }
}

/**
 * What is wrong with the fields of the steps `from` to `to`, by the contract's own schema, in the order of the screen.
 * @param minimumPasswordLength the company's policy, in code points
 * @param customFields the custom fields that a registration asks for
 */
export function problemsOf(
  values: RegistrationValues,
  steps: { readonly from: number; readonly to: number },
  minimumPasswordLength: number,
  customFields: readonly CustomField[] = [],
): Problems {
  const input = toRegisterInput(values)
  const bySchema = problemsBySchema(registerInput, input)
  const ofPassword =
    input.account !== null && [...input.account.temporaryPassword].length < minimumPasswordLength
      ? registerWords.passwordTooShort(minimumPasswordLength)
      : undefined
  const asked = stepFields.slice(steps.from, steps.to + 1).flat()
  const isCustomAsked = steps.from <= customStep && customStep <= steps.to
  return {
    ...(isCustomAsked && customProblems(values, customFields)),
    ...Object.fromEntries(
      asked.flatMap((field) => {
        const problem =
          bySchema[`employee.${field}`] ??
          bySchema[`account.${field}`] ??
          (field === 'temporaryPassword' ? ofPassword : undefined)
        return problem === undefined ? [] : [[field, problem]]
      }),
    ),
  }
}

function customProblems({ custom = {} }: RegistrationValues, customFields: readonly CustomField[]): Problems {
  const schema = z.object(customShape(customFields, (id) => `custom.${id}`))
  const typed = customFields.map(({ id }) => [`custom.${id}`, custom[id] ?? ''] as const)
  return problemsBySchema(schema, Object.fromEntries(typed))
}

/** The main process's problems (`employee.employeeNumber`) by the form's own field names. */
export const problemsOfRefusal = (failure: unknown): Problems =>
  problemsOfFailure(failure, fieldOrder, (path) =>
    isCustom(path) ? path : fieldOrder.find((field) => path.endsWith(`.${field}`)),
  )

/** Whether anything was typed that a person would miss. What "add another" carries over is not. */
export function isTyped(values: RegistrationValues, start: RegistrationValues): boolean {
  const isCustomTyped = Object.values(values.custom ?? {}).some((value) => value !== '')
  return isCustomTyped || fieldOrder.some((field) => values[field] !== start[field])
}

/** What the next of several employees has in common with the one just registered. */
export const carriedOver = (values: Pick<RegistrationValues, 'departmentId' | 'positionId' | 'hireDate'>) => ({
  ...emptyRegistration,
  departmentId: values.departmentId,
  positionId: values.positionId,
  hireDate: values.hireDate,
})
