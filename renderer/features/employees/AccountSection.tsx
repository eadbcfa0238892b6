import { Button, Group, Text, Title } from '@mantine/core'
import { useId, useState } from 'react'
import type { AccountView, SignInSlip } from '../../../electron/contract/accounts.ts'
import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { fullName } from '../../registry/names.ts'
import { fieldWords } from '../../registry/strings.ts'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { formatInstant } from '../../ui/format.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { roleWords } from '../../ui/roles.ts'
import { toast } from '../../ui/toast.ts'
import { Slip } from '../sign-in-slip/Slip.tsx'
import { AccountAccess } from './AccountAccess.tsx'
import { accessWords } from './account-strings.ts'
import { ChangeRoleDialog } from './ChangeRoleDialog.tsx'
import { CreateAccountDialog } from './CreateAccountDialog.tsx'
import classes from './employee.module.css'
import { useDisableAccount, useEnableAccount } from './queries.ts'
import { ResetPasswordDialog } from './ResetPasswordDialog.tsx'
import { employeeWords } from './strings.ts'

const words = employeeWords.account

/** The account of an employee, and what an administrator does with it. */
export function AccountSection({ employee }: { employee: EmployeeRecord }) {
  // It is told when the part that asked for it is gone.
  const [created, setCreated] = useState<SignInSlip | null>(null)
  const heading = useId()
  return (
    <section className={classes.account} aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {words.heading}
      </Title>
      {employee.account === null ? (
        <NoAccount employee={employee} onCreated={setCreated} />
      ) : (
        <Account account={employee.account} name={fullName(employee)} />
      )}
      {created !== null && <Slip key={created.temporaryPassword} slip={created} takesFocus />}
    </section>
  )
}

interface NoAccountProps {
  readonly employee: EmployeeRecord
  readonly onCreated: (slip: SignInSlip) => void
}

function NoAccount({ employee, onCreated }: NoAccountProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Text c="dimmed">{words.none}</Text>
      {/* Who has left has to be rehired first. */}
      {employee.status !== 'left' && (
        <Group gap="xs">
          <Button variant="default" onClick={() => setOpened(true)}>
            {accessWords.create}
          </Button>
        </Group>
      )}
      <CreateAccountDialog
        opened={opened}
        employee={employee}
        onClose={() => setOpened(false)}
        onCreated={(slip) => {
          setOpened(false)
          onCreated(slip)
          toast(accessWords.created)
        }}
      />
    </>
  )
}

function stateOf(account: AccountView): string {
  if (account.disabledAt !== null) return words.disabledSince(formatInstant(account.disabledAt))
  return account.mustChoosePassword ? words.mustChoose : words.enabled
}

function Account({ account, name }: { account: AccountView; name: string }) {
  const disable = useDisableAccount()
  const enable = useEnableAccount()
  const [dialog, setDialog] = useState<'disable' | 'reset' | 'role' | null>(null)
  const [slip, setSlip] = useState<SignInSlip | null>(null)
  const isDisabled = account.disabledAt !== null
  const close = () => {
    setDialog(null)
    disable.reset()
  }
  const lines = [
    [fieldWords.username, account.username],
    [fieldWords.role, roleWords[account.role]],
    [words.lastSignIn, account.lastSignInAt === null ? words.never : formatInstant(account.lastSignInAt)],
    [words.state, stateOf(account)],
  ] as const

  return (
    <>
      <dl className={classes.lines}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {enable.isError && <RequestError failure={enable.error} />}
      <Group gap="xs">
        <Button variant="default" onClick={() => setDialog('reset')}>
          {words.reset}
        </Button>
        <Button variant="default" onClick={() => setDialog('role')}>
          {words.changeRole}
        </Button>
        {/* One button for both, so that the focus stays on it when the account's state turns. */}
        <Button
          variant="default"
          className={isDisabled ? undefined : classes.dangerous}
          loading={enable.isPending}
          onClick={() => {
            if (isDisabled) enable.mutate(account.id, { onSuccess: () => toast(words.enabledAgain) })
            else setDialog('disable')
          }}
        >
          {isDisabled ? words.enable : words.disable}
        </Button>
      </Group>
      <AccountAccess account={account} />
      <ConfirmDialog
        opened={dialog === 'disable'}
        title={words.disableTitle(name)}
        confirm={words.disable}
        isDangerous
        pending={disable.isPending}
        onCancel={close}
        onConfirm={() =>
          disable.mutate(account.id, {
            onSuccess: () => {
              close()
              setSlip(null)
              toast(words.disabled)
            },
          })
        }
      >
        <Text>{words.disableDetail}</Text>
        {disable.isError && <RequestError failure={disable.error} />}
      </ConfirmDialog>
      <ChangeRoleDialog opened={dialog === 'role'} account={account} name={name} onClose={close} />
      <ResetPasswordDialog
        opened={dialog === 'reset'}
        account={account}
        name={name}
        onClose={close}
        onReset={(newSlip) => {
          close()
          setSlip(newSlip)
          toast(words.passwordReset)
        }}
      />
      {/* After the dialogs: it takes the focus once they have given it back. */}
      {slip !== null && <Slip key={slip.temporaryPassword} slip={slip} takesFocus />}
    </>
  )
}
