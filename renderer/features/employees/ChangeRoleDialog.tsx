import { Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { AccountView } from '../../../electron/contract/accounts.ts'
import { role, roles } from '../../../electron/contract/roles.ts'
import { fieldWords } from '../../registry/strings.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { roleWords } from '../../ui/roles.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import { useChangeRole } from './queries.ts'
import { employeeWords, registerWords } from './strings.ts'

const words = employeeWords.account

interface ChangeRoleDialogProps {
  readonly opened: boolean
  readonly account: AccountView
  readonly name: string
  readonly onClose: () => void
}

/** Asks which role an account gets, and says what comes of it. */
export function ChangeRoleDialog({ opened, account, name, onClose }: ChangeRoleDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.changeRoleTitle(name)}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      centered
    >
      <ChangeRoleForm account={account} onClose={onClose} />
    </Modal>
  )
}

function ChangeRoleForm({ account, onClose }: Pick<ChangeRoleDialogProps, 'account' | 'onClose'>) {
  const change = useChangeRole()
  const [chosen, setChosen] = useState(account.role)
  const isSame = chosen === account.role
  const send = () =>
    change.mutate(
      { accountId: account.id, role: chosen },
      {
        onSuccess: () => {
          onClose()
          toast(words.roleChanged)
        },
      },
    )

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!isSame && !change.isPending) send()
      }}
    >
      <Stack gap="md">
        <Text c="dimmed">{words.changeRoleDetail}</Text>
        {change.isError && <RequestError failure={change.error} />}
        <NativeSelect
          label={fieldWords.role}
          description={registerWords.roleHints[chosen]}
          data={roles.map((value) => ({ value, label: roleWords[value] }))}
          value={chosen}
          onChange={(event) => setChosen(role.parse(event.currentTarget.value))}
          data-autofocus
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={isSame} loading={change.isPending}>
            {words.changeRole}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
