import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { Fragment, useState } from 'react'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { BulkDialog } from './BulkDialog.tsx'
import { actionWords, type Kind, words } from './strings.ts'

/** The actions, in groups. */
const groups = [
  ['department', 'position', 'manager', 'employment-type'],
  ['disable-accounts', 'reset-passwords'],
  ['offboard', 'archive'],
] as const satisfies readonly (readonly Kind[])[]

interface BulkActionsProps {
  readonly selection: EmployeeSelection
  /** How many are selected. */
  readonly count: number
  /** Told when employees were changed and the person is done with it. */
  readonly onDone: () => void
}

/** What can be done to all selected employees at once. */
export function BulkActions({ selection, count, onDone }: BulkActionsProps) {
  // The dialog stays when it closes, so that its words do not vanish before it does; each opening makes it anew.
  const [dialog, setDialog] = useState<{ readonly kind: Kind; readonly time: number } | null>(null)
  const [opened, setOpened] = useState(false)
  const open = (kind: Kind) => {
    setDialog((last) => ({ kind, time: (last?.time ?? 0) + 1 }))
    setOpened(true)
  }
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
            {words.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {groups.map((kinds, index) => (
            <Fragment key={kinds[0]}>
              {index > 0 && <Menu.Divider />}
              {kinds.map((kind) => (
                <Menu.Item key={kind} onClick={() => open(kind)}>
                  {actionWords[kind].name}
                </Menu.Item>
              ))}
            </Fragment>
          ))}
        </Menu.Dropdown>
      </Menu>
      {dialog !== null && (
        <BulkDialog
          key={dialog.time}
          kind={dialog.kind}
          opened={opened}
          selection={selection}
          count={count}
          onClose={(isChanged) => {
            setOpened(false)
            if (isChanged) onDone()
          }}
        />
      )}
    </>
  )
}
