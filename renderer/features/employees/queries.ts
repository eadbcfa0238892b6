import { queryOptions } from '@tanstack/react-query'
import type { SettableStatus } from '../../../electron/contract/employee-filter.ts'
import type { LeavingInput, RegisterInput, RegistrationDraft } from '../../../electron/contract/employees.ts'
import type { InputOf } from '../../../electron/contract/index.ts'
import type { Role } from '../../../electron/contract/roles.ts'
import { answerOf, staffdesk } from '../../app/staffdesk.ts'
import { useChange } from '../../app/use-change.ts'
import { pageSize } from '../../ui/long-list/use-rows.ts'

/** Everything under `['employees']` is asked again when main says that employees changed. */
const keys = {
  all: ['employees'],
  page: (search: string, page: number) => ['employees', 'list', search, page],
  record: (id: number) => ['employees', 'record', id],
  draft: ['registration-draft'],
} as const

/** One page of the list; `page` counts from 0. The answer carries its search, so that a kept one tells what it shows. */
export const pageQuery = (search: string, page: number) =>
  queryOptions({
    queryKey: keys.page(search, page),
    queryFn: async () => ({
      ...(await answerOf(staffdesk.employees.list({ filter: { search }, offset: page * pageSize, limit: pageSize }))),
      search,
    }),
  })

export const employeeQuery = (id: number) =>
  queryOptions({
    queryKey: keys.record(id),
    queryFn: async () => (await answerOf(staffdesk.employees.read({ id }))).employee,
  })

/** The draft as it is when the screen opens. Never cached: what was typed since is the truth. */
export const draftQuery = queryOptions({
  queryKey: keys.draft,
  queryFn: async () => (await answerOf(staffdesk.employees.readDraft({}))).draft,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
})

export const saveDraft = (draft: RegistrationDraft) => answerOf(staffdesk.employees.saveDraft({ draft }))

export const discardDraft = () => answerOf(staffdesk.employees.discardDraft({}))

export const generatePassword = async (): Promise<string> =>
  (await answerOf(staffdesk.accounts.generatePassword({}))).password

/** Copies for at most a minute: main clears the clipboard again. */
export const copySecret = (text: string) => answerOf(staffdesk.application.copy({ text, secret: true }))

export const printWindow = () => answerOf(staffdesk.application.print({}))

const useEmployeeChange = <Input, Output>(change: (input: Input) => Promise<Output>) => useChange(keys.all, change)

export const useRegister = () =>
  useEmployeeChange((input: RegisterInput) => answerOf(staffdesk.employees.register(input)))

export const useUpdate = () =>
  useEmployeeChange(
    async (input: InputOf<'employees', 'update'>) => (await answerOf(staffdesk.employees.update(input))).employee,
  )

type Leaving = { readonly id: number; readonly version: number }

export const useOffboard = () =>
  useEmployeeChange((input: Leaving & { leaving: LeavingInput }) => answerOf(staffdesk.employees.offboard(input)))

export const useCancelLeaving = () =>
  useEmployeeChange((input: Leaving) => answerOf(staffdesk.employees.cancelLeaving(input)))

export const useChangeStatus = () =>
  useEmployeeChange((input: Leaving & { status: SettableStatus }) => answerOf(staffdesk.employees.changeStatus(input)))

export const useRehire = () =>
  useEmployeeChange((input: Leaving & { rehire: { hireDate: string } }) => answerOf(staffdesk.employees.rehire(input)))

export const useDisableAccount = () =>
  useEmployeeChange((accountId: number) => answerOf(staffdesk.accounts.disable({ accountId })))

export const useEnableAccount = () =>
  useEmployeeChange((accountId: number) => answerOf(staffdesk.accounts.enable({ accountId })))

export const useChangeRole = () =>
  useEmployeeChange((input: { accountId: number; role: Role }) => answerOf(staffdesk.accounts.changeRole(input)))

export const useResetPassword = () =>
  useEmployeeChange(
    async (input: { accountId: number; temporaryPassword: string }) =>
      (await answerOf(staffdesk.accounts.resetPassword(input))).slip,
  )
