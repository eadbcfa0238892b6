import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
import classes from './list.module.css'
import { columnWords } from './strings.ts'
import type { Layout } from './use-layout.ts'

/** Chooses the columns that are shown. The name always is. */
export function ColumnsMenu({ layout, all, isComplete, shown, keep }: Layout) {
  const choose = (chosen: readonly string[]) => {
    const known = all.map(({ key }) => key)
    const others = isComplete ? [] : layout.columns.filter((key) => !known.includes(key))
    keep({ ...layout, columns: [...known.filter((key) => key !== 'name' && chosen.includes(key)), ...others] })
  }
  return (
    <Popover position="bottom-end" floatingStrategy="fixed" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns size={18} stroke={1.6} aria-hidden />}>
          {columnWords.open}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={columnWords.open} className={classes.menu}>
        <Stack gap="md">
          <Checkbox.Group label={columnWords.shown} value={shown.map(({ key }) => key)} onChange={choose}>
            <Stack gap="xs" pt={4}>
              {all.map(({ key, label }) => (
                <Checkbox key={key} value={key} label={label} disabled={key === 'name'} />
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
