import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import { employeeSortColumns } from '../../../electron/contract/employee-filter.ts'
import { listWords } from '../employees/strings.ts'
import { columnsOf } from './layout.ts'
import { columnWords } from './strings.ts'
import type { Layout } from './use-layout.ts'

/** Chooses the columns that are shown. The name always is. */
export function ColumnsMenu({ layout, keep }: Pick<Layout, 'layout' | 'keep'>) {
  const choose = (chosen: readonly string[]) =>
    keep({ ...layout, columns: employeeSortColumns.filter((column) => column !== 'name' && chosen.includes(column)) })
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={18} stroke={1.6} aria-hidden />}>
          {columnWords.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={columnWords.open}>
        <Stack gap="md">
          <Checkbox.Group label={columnWords.shown} value={[...columnsOf(layout)]} onChange={choose}>
            <Stack gap="xs" pt={4}>
              {employeeSortColumns.map((column) => (
                <Checkbox key={column} value={column} label={listWords.columns[column]} disabled={column === 'name'} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button variant="default" size="compact-md" onClick={() => keep(null)}>
            {columnWords.reset}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
