// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { unknownEmployee } from '../../../electron/contract/employees.ts'
import { CallFailure } from '../../../renderer/bridge/staffdesk.ts'
import {
  emptyRegistration,
  firstProblem,
  fromDraft,
  isTyped,
  problemsOf,
  problemsOfRefusal,
  type RegistrationValues,
  reviewStep,
  stepOf,
  toDraft,
  toRegisterInput,
  withAsked,
} from '../../../renderer/features/employees/registration.ts'

const filled: RegistrationValues = {
  employeeNumber: 'E-1',
  firstName: 'Ada',
  lastName: '',
  dateOfBirth: '',
  workEmail: '',
  departmentId: null,
  positionId: null,
  managerId: null,
  employmentType: null,
  hireDate: '2026-01-05',
  createAccount: true,
  username: 'ada',
  role: 'manager',
  temporaryPassword: 'quiet-harbour-lantern',
}
const everyStep = { from: 0, to: reviewStep }

describe('what is wrong with a registration', () => {
  it('finds nothing in a complete one', () => {
    expect(problemsOf(filled, everyStep, 12)).toEqual({})
  })

  it('looks at the fields of the step alone', () => {
    expect(Object.keys(problemsOf(emptyRegistration, { from: 0, to: 0 }, 12))).toEqual(['employeeNumber', 'firstName'])
    expect(Object.keys(problemsOf(emptyRegistration, { from: 1, to: 1 }, 12))).toEqual(['hireDate'])
    expect(Object.keys(problemsOf(emptyRegistration, { from: 2, to: 2 }, 12))).toEqual([
      'username',
      'temporaryPassword',
    ])
  })

  it('leaves the account alone when none is wanted', () => {
    expect(problemsOf({ ...emptyRegistration, createAccount: false }, { from: 2, to: 2 }, 12)).toEqual({})
  })

  it("holds the password against the company's shortest length, in characters and not in UTF-16 units", () => {
    const twelveKeys = { ...filled, temporaryPassword: '🔑'.repeat(12) }
    expect(problemsOf(twelveKeys, everyStep, 12)).toEqual({})
    expect(problemsOf(twelveKeys, everyStep, 13)).toEqual({
      temporaryPassword: 'The temporary password needs at least 13 characters.',
    })
  })

  it('names a date that does not exist', () => {
    expect(problemsOf({ ...filled, hireDate: '2026-02-30' }, everyStep, 12).hireDate).toContain(
      'not a date that exists',
    )
  })

  it('puts the first field on the screen first', () => {
    expect(firstProblem({ username: 'taken', employeeNumber: 'taken' })).toBe('employeeNumber')
    expect(firstProblem({})).toBeUndefined()
  })

  it("finds the step of the main process's problems", () => {
    const failure = new CallFailure({
      code: 'DUPLICATE',
      message: 'Taken.',
      fields: { 'account.username': 'That username is taken.', 'somewhere.else': 'Odd.' },
    })
    const problems = problemsOfRefusal(failure)
    expect(problems).toEqual({ username: 'That username is taken.' })
    expect(stepOf('username')).toBe(2)
  })
})

describe('what leaves the form', () => {
  it('registers without an account when none is wanted', () => {
    expect(toRegisterInput({ ...filled, createAccount: false })).toEqual({
      employee: { ...unknownEmployee, employeeNumber: 'E-1', firstName: 'Ada', hireDate: '2026-01-05' },
      account: null,
    })
  })

  it('keeps everything in the draft but the password', () => {
    const draft = toDraft(filled, 2)
    expect(JSON.stringify(draft)).not.toContain('quiet-harbour-lantern')
    expect(fromDraft(draft)).toEqual({ values: { ...filled, temporaryPassword: '' }, step: 2 })
  })

  it('takes a draft up again at the account, whose password is missing', () => {
    expect(fromDraft(toDraft(filled, reviewStep)).step).toBe(2)
    expect(fromDraft(toDraft({ ...filled, createAccount: false }, reviewStep)).step).toBe(reviewStep)
  })

  it('knows an untouched form, also one that carries a hire date over', () => {
    const carried = { ...emptyRegistration, hireDate: '2026-01-05' }
    expect(isTyped(carried, carried)).toBe(false)
    expect(isTyped({ ...carried, firstName: 'A' }, carried)).toBe(true)
  })
})

it('sends no custom field that is asked for no longer', () => {
  const typed = { ...emptyRegistration, custom: { 1: 'kept', 2: 'archived' } }
  const field = { id: 1, version: 1, name: 'Badge', kind: 'text', help: '', choices: [], values: 0 } as const
  const asked = [{ ...field, choices: [], isRequired: true, isPrivate: false, isArchived: false }]
  expect(toRegisterInput(withAsked(typed, asked)).custom).toEqual({ 1: 'kept' })
  expect(toRegisterInput(withAsked(typed, []))).not.toHaveProperty('custom')
})
