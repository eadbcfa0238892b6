import { Button, type ButtonProps, Modal } from '@mantine/core'
import { useState } from 'react'
import type { EmployeeSort } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeColumn } from '../../../electron/contract/employee-list.ts'
import type { EmployeeSelection } from '../../../electron/contract/employee-selection.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { ExportForm } from './ExportForm.tsx'
import { ExportStatus } from './ExportStatus.tsx'
import { useCancelExport } from './queries.ts'
import { words } from './strings.ts'

interface ExportButtonProps extends ButtonProps {
  readonly selection: EmployeeSelection
  /** How many are selected. */
  readonly count: number
  /** The order of the rows in the file. */
  readonly sort: EmployeeSort
  /** The columns that the list shows. */
  readonly shown: readonly EmployeeColumn[]
}

/** Writes the selected employees to a file: the dialog asks for columns and format, main for the file. */
export function ExportButton({ selection, count, sort, shown, ...button }: ExportButtonProps) {
  const [opened, setOpened] = useState(false)
  const [id, setId] = useState<number | null>(null)
  const cancel = useCancelExport()
  const close = () => {
    // Harmless where it is over: an export that nobody watches any more is not wanted any more.
    if (id !== null) cancel.mutate(id)
    setOpened(false)
  }
  const open = () => {
    setId(null)
    setOpened(true)
  }
  return (
    <>
      <Button variant="default" {...button} onClick={open}>
        {words.open}
      </Button>
      <Modal opened={opened} onClose={close} title={words.title} closeButtonProps={{ 'aria-label': sharedWords.close }}>
        {id === null ? (
          <ExportForm selection={selection} count={count} sort={sort} shown={shown} onBegun={setId} onCancel={close} />
        ) : (
          <ExportStatus id={id} onCancel={() => cancel.mutate(id)} onClose={close} />
        )}
      </Modal>
    </>
  )
}
