import { Kbd, Modal, Table } from '@mantine/core'
import { Fragment } from 'react'
import { keyMap, shownKeys } from '../frame/key-map.ts'
import { words } from '../frame/strings.ts'
import classes from './ShortcutsDialog.module.css'

interface ShortcutsDialogProps {
  readonly opened: boolean
  readonly isMac: boolean
  readonly onClose: () => void
}

/** Lists every shortcut of the key map. */
export function ShortcutsDialog({ opened, isMac, onClose }: ShortcutsDialogProps) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.shortcuts.title}
      closeButtonProps={{ 'aria-label': words.shortcuts.close }}
    >
      <Table verticalSpacing="xs" horizontalSpacing={0}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.shortcuts.action}</Table.Th>
            <Table.Th className={classes.keys}>{words.shortcuts.keys}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keyMap.map((entry) => (
            <Table.Tr key={entry.id}>
              <Table.Td>{entry.label}</Table.Td>
              <Table.Td className={classes.keys}>
                {entry.keys.map((keys, index) => (
                  <Fragment key={keys}>
                    {index > 0 && ` ${words.shortcuts.or} `}
                    {shownKeys(keys, isMac).map((key) => (
                      <Kbd key={key} className={classes.key}>
                        {key}
                      </Kbd>
                    ))}
                  </Fragment>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
