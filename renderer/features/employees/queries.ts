import type { SettableStatus } from '../../../electron/contract/employee-filter.ts'
import type { LeavingInput } from '../../../electron/contract/employees.ts'
import type { InputOf } from '../../../electron/contract/index.ts'
import type { Role } from '../../../electron/contract/roles.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useChange } from '../../bridge/use-change.ts'
import { employeeKeys } from '../../registry/queries.ts'
import { register } from './draft-calls.ts'

export const generatePassword = async (): Promise<string> =>
  (await answerOf(staffdesk.accounts.generatePassword({}))).password

const useEmployeeChange = <Input, Output>(change: (input: Input) => Promise<Output>) =>
  useChange(employeeKeys.all, change)

export const useRegister = () => useEmployeeChange(register)

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
