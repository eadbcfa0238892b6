import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { type RegistrationDraft, unknownEmployee } from '../../../electron/contract/employees.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { emit, failing } from '../render-app.tsx'
import { employeeOf, openAt, serveRegistry } from './registry.ts'

type User = Awaited<ReturnType<typeof openAt>>

const password = 'quiet harbour lantern'
const draft: RegistrationDraft = {
  step: 1,
  employeeNumber: 'E-7',
  firstName: 'Ada',
  lastName: 'Lovelace',
  dateOfBirth: '',
  workEmail: '',
  departmentId: null,
  positionId: null,
  managerId: null,
  employmentType: null,
  hireDate: '2026-01',
  createAccount: true,
  username: 'ada',
  role: 'manager',
}

const field = (name: string) => screen.getByLabelText(name)
const press = (user: User, name: string) => user.click(screen.getByRole('button', { name }))
const currentStep = () => document.querySelector('[aria-current="step"]')?.textContent

async function open(): Promise<User> {
  const user = await openAt('register-employee')
  await screen.findByRole('heading', { level: 1, name: 'Register employee' })
  return user
}

async function fillIdentity(user: User, number = 'E-7') {
  await user.type(await screen.findByLabelText('Employee number'), number)
  await user.type(field('First name'), 'Ada')
  await press(user, 'Next')
}

async function fillAll(user: User) {
  await fillIdentity(user)
  await user.type(field('Hire date'), '2026-01-05')
  await press(user, 'Next')
  await user.type(field('Username'), 'ada')
  await user.selectOptions(field('Role'), 'Manager')
  await user.type(field('Temporary password'), password)
  await press(user, 'Next')
}

describe('registering an employee', () => {
  it('checks a step before it is left and leads to the first field at fault', async () => {
    serveRegistry([])
    const user = await open()
    await user.type(await screen.findByLabelText('Work email'), 'nonsense')
    await press(user, 'Next')

    expect(currentStep()).toContain('Identity')
    expect(document.activeElement).toBe(field('Employee number'))
    expect(field('Employee number').getAttribute('aria-invalid')).toBe('true')
    const summary = within(screen.getByRole('alert'))
    expect(summary.getAllByRole('button').map((problem) => problem.textContent)).toEqual([
      'Enter the employee number.',
      'Enter the first name.',
      'Enter the work email as name@example.com.',
    ])
    expect(fakeBridge.inputs('employees', 'register')).toEqual([])
  })

  it('walks the steps with Enter, tells where it stands and goes back to a step that is done', async () => {
    serveRegistry([])
    const user = await open()
    await user.type(await screen.findByLabelText('Employee number'), 'E-7')
    await user.type(field('First name'), 'Ada{Enter}')
    expect(document.activeElement).toBe(field('Hire date'))
    expect(screen.getByText('Step 2 of 4: Job')).toBeDefined()
    await user.tab()
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Department' }))
    expect(screen.queryByRole('listbox')).toBeNull()

    await user.click(screen.getByRole('button', { name: /Identity/ }))
    expect(field('First name')).toHaveProperty('value', 'Ada')
    expect(screen.getByRole('button', { name: /Review/ })).toHaveProperty('disabled', true)
  })

  it('refuses a day that does not exist', async () => {
    serveRegistry([])
    const user = await open()
    await fillIdentity(user)
    await user.type(field('Hire date'), '2026-02-30{Enter}')
    expect(field('Hire date').getAttribute('aria-invalid')).toBe('true')
    expect(currentStep()).toContain('Job')
  })

  it('registers after the review and shows the slip, once', async () => {
    const employees = [employeeOf(1)]
    serveRegistry(employees)
    const user = await open()
    await fillAll(user)
    expect(currentStep()).toContain('Review')
    expect(screen.getByText(password)).toBeDefined()
    expect(fakeBridge.inputs('employees', 'register')).toEqual([])
    await press(user, 'Register')

    expect(await screen.findByRole('heading', { name: 'Employee registered' })).toBe(document.activeElement)
    expect(fakeBridge.inputs('employees', 'register')).toEqual([
      {
        employee: { ...unknownEmployee, employeeNumber: 'E-7', firstName: 'Ada', hireDate: '2026-01-05' },
        account: { username: 'ada', role: 'manager', temporaryPassword: password },
      },
    ])
    const slip = within(screen.getByRole('region', { name: 'Sign-in slip' }))
    for (const words of ['Acme Office', 'Ada', 'ada', password]) expect(slip.getByText(words)).toBeDefined()
    await user.click(slip.getByRole('button', { name: 'Copy' }))
    const [copied] = fakeBridge.inputs('application', 'copy')
    expect(copied?.secret).toBe(true)
    expect(copied?.text).toContain(password)
    await user.click(slip.getByRole('button', { name: 'Print' }))
    expect(fakeBridge.inputs('application', 'print')).toHaveLength(1)

    await press(user, 'Open employee')
    expect(await screen.findByRole('heading', { level: 1, name: 'Ada' })).toBeDefined()
    expect(screen.queryByText(password)).toBeNull()
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    await screen.findByRole('heading', { level: 1, name: 'Register employee' })
    expect(screen.queryByText(password)).toBeNull()
  })

  it('registers without an account', async () => {
    serveRegistry([])
    const user = await open()
    await fillIdentity(user)
    await user.type(field('Hire date'), '2026-01-05{Enter}')
    await user.click(field('Create an account'))
    expect(screen.queryByLabelText('Username')).toBeNull()
    await press(user, 'Next')
    expect(screen.getByText('No account.')).toBeDefined()
    await press(user, 'Register')

    await screen.findByRole('heading', { name: 'Employee registered' })
    expect(fakeBridge.inputs('employees', 'register')[0]?.account).toBeNull()
    expect(screen.queryByRole('region', { name: 'Sign-in slip' })).toBeNull()
  })

  it('fills in a generated password, in clear, and copies it as a secret', async () => {
    serveRegistry([])
    const user = await open()
    await fillIdentity(user)
    await user.type(field('Hire date'), '2026-01-05{Enter}')
    await press(user, 'Generate')
    await waitFor(() => expect(field('Temporary password')).toHaveProperty('value', 'amber canoe violet plinth'))
    expect(field('Temporary password')).toHaveProperty('type', 'text')
    await press(user, 'Copy')
    expect(fakeBridge.inputs('application', 'copy')).toEqual([{ text: 'amber canoe violet plinth', secret: true }])
  })

  it('holds a short password against the company’s policy before anything is sent', async () => {
    serveRegistry([])
    const user = await open()
    await fillIdentity(user)
    await user.type(field('Hire date'), '2026-01-05{Enter}')
    await user.type(field('Username'), 'ada')
    await user.type(field('Temporary password'), 'too short{Enter}')
    expect(document.activeElement).toBe(field('Temporary password'))
    expect(screen.getAllByText('The temporary password needs at least 15 characters.')).not.toEqual([])
  })

  it('leads to the step of a field that the main process refuses, with nothing lost', async () => {
    serveRegistry([])
    fakeBridge.answer('employees', 'register', () =>
      failing({
        code: 'DUPLICATE',
        message: 'Both are taken.',
        fields: { 'account.username': 'That username is taken.', 'employee.employeeNumber': 'That number is taken.' },
      }),
    )
    const user = await open()
    await fillAll(user)
    await press(user, 'Register')

    await waitFor(() => expect(document.activeElement).toBe(field('Employee number')))
    expect(screen.getAllByText('That number is taken.')).not.toEqual([])
    serveRegistry([])
    await user.type(field('Employee number'), '1')
    for (const _ of ['Identity', 'Job', 'Account']) await press(user, 'Next')
    expect(screen.getByText(password)).toBeDefined()
    await press(user, 'Register')
    expect(await screen.findByRole('heading', { name: 'Employee registered' })).toBeDefined()
  })

  it('tells a failure that no field is the cause of, and stays on the review', async () => {
    serveRegistry([])
    fakeBridge.answer('employees', 'register', () => failing({ code: 'DISK_FULL', message: 'The disk is full.' }))
    const user = await open()
    await fillAll(user)
    await press(user, 'Register')
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(currentStep()).toContain('Review')
  })

  it('goes on with an empty form that keeps the hire date', async () => {
    serveRegistry([])
    const user = await open()
    await fillAll(user)
    await press(user, 'Register and add another')

    await waitFor(() => expect(field('Employee number')).toHaveProperty('value', ''))
    expect(document.activeElement).toBe(field('Employee number'))
    expect(screen.getByText(password)).toBeDefined()
    await fillIdentity(user, 'E-8')
    expect(field('Hire date')).toHaveProperty('value', '2026-01-05')
    await press(user, 'Next')
    expect(field('Username')).toHaveProperty('value', '')
    expect(field('Temporary password')).toHaveProperty('value', '')
  })
})

describe('the draft of a registration', () => {
  it('is kept while it is typed, without the password, and gone once it is registered', async () => {
    serveRegistry([])
    const user = await open()
    await fillAll(user)
    await waitFor(() => expect(fakeBridge.inputs('employees', 'saveDraft').at(-1)?.draft.step).toBe(3))
    const saved = fakeBridge.inputs('employees', 'saveDraft')
    expect(saved.at(-1)?.draft).toEqual({ ...draft, lastName: '', hireDate: '2026-01-05', step: 3 })
    expect(JSON.stringify(saved)).not.toContain(password)

    await press(user, 'Register')
    await screen.findByRole('heading', { name: 'Employee registered' })
    expect(fakeBridge.inputs('employees', 'discardDraft')).toHaveLength(1)
  })

  it('is offered again and continued where it was left', async () => {
    serveRegistry([], draft)
    const user = await open()
    expect(await screen.findByText('Continue your draft?')).toBeDefined()
    expect(screen.queryByLabelText('Employee number')).toBeNull()
    await press(user, 'Continue')
    expect(field('Hire date')).toHaveProperty('value', '2026-01')
    await press(user, 'Back')
    expect(field('Last name')).toHaveProperty('value', 'Lovelace')
  })

  it('is thrown away when the person starts afresh', async () => {
    serveRegistry([], draft)
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'Start afresh' }))
    expect(field('Employee number')).toHaveProperty('value', '')
    expect(fakeBridge.inputs('employees', 'discardDraft')).toHaveLength(1)
  })

  it('is saved on the way out when the person asks for that', async () => {
    serveRegistry([])
    const user = await open()
    await user.type(await screen.findByLabelText('Employee number'), 'E-7')
    await user.click(screen.getByRole('link', { name: 'Dashboard' }))
    await user.click(await screen.findByRole('button', { name: 'Stay' }))
    expect(field('Employee number')).toHaveProperty('value', 'E-7')
    await user.click(screen.getByRole('link', { name: 'Employees' }))
    await user.click(await screen.findByRole('button', { name: 'Save draft' }))
    await screen.findByRole('heading', { level: 1, name: 'Employees' })
    expect(fakeBridge.inputs('employees', 'saveDraft').at(-1)?.draft.employeeNumber).toBe('E-7')
  })

  it('answers a closing window: clean, then dirty with a draft', async () => {
    serveRegistry([])
    const user = await open()
    await screen.findByLabelText('Employee number')
    await emit('application.closing', { requestId: 1 })
    await user.type(field('Employee number'), 'E-7')
    await emit('application.closing', { requestId: 2 })
    expect(fakeBridge.inputs('application', 'answer')).toEqual([
      { requestId: 1, answer: 'clean' },
      { requestId: 2, answer: 'dirty-with-draft' },
    ])
  })
})
