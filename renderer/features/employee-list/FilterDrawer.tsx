import { Button, Checkbox, Drawer, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { accountStates, employeeStatuses, employmentTypes } from '../../../electron/contract/employee-filter.ts'
import { employmentTypeWords, statusWords } from '../../registry/strings.ts'
import { words as sharedWords } from '../../ui/strings.ts'
import { CustomFilters } from './CustomFilters.tsx'
import classes from './list.module.css'
import { type Narrowing, noNarrowing, partsOf, periodNames } from './narrowing.ts'
import { PeriodFields } from './PeriodFields.tsx'
import { DepartmentChoice, ManagerChoice, PositionChoice } from './RowChoice.tsx'
import { filterWords } from './strings.ts'

const { names } = filterWords

/** Stands for null where a control wants text. */
const none = 'none'

interface FilterDrawerProps {
  readonly opened: boolean
  readonly narrowing: Narrowing
  readonly onChange: (narrowing: Narrowing) => void
  readonly onClose: () => void
  /** How many are found, in words. */
  readonly total: ReactNode
}

/** Everything that narrows the list down, beside the list, which follows at once. */
export function FilterDrawer({ opened, narrowing, onChange, onClose, total }: FilterDrawerProps) {
  const narrow = (change: Partial<Narrowing>) => onChange({ ...narrowing, ...change })
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={filterWords.title}
      position="right"
      size={400}
      overlayProps={{ backgroundOpacity: 0.15 }}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      classNames={{ content: classes.drawer, body: classes.drawerBody, title: classes.drawerTitle }}
    >
      <Stack gap="md" className={classes.filters}>
        <Choices
          label={names.statuses}
          values={employeeStatuses}
          words={statusWords}
          chosen={narrowing.statuses}
          onChange={(statuses) => narrow({ statuses })}
        />
        <DepartmentChoice value={narrowing.departmentIds} onChange={(departmentIds) => narrow({ departmentIds })} />
        <PositionChoice value={narrowing.positionIds} onChange={(positionIds) => narrow({ positionIds })} />
        <ManagerChoice value={narrowing.managerIds} onChange={(managerIds) => narrow({ managerIds })} />
        <Choices
          label={names.employmentTypes}
          values={[...employmentTypes, null]}
          words={{ ...employmentTypeWords, [none]: filterWords.none.employmentTypes }}
          chosen={narrowing.employmentTypes}
          onChange={(chosen) => narrow({ employmentTypes: chosen })}
        />
        <Choices
          label={names.accounts}
          values={accountStates}
          words={filterWords.accounts}
          chosen={narrowing.accounts}
          onChange={(accounts) => narrow({ accounts })}
        />
        {periodNames.map((name) => (
          <PeriodFields
            key={name}
            name={names[name]}
            value={narrowing[name]}
            onChange={(period) => narrow({ [name]: period })}
          />
        ))}
        <CustomFilters conditions={narrowing.custom} onChange={(custom) => narrow({ custom })} />
      </Stack>
      <div className={classes.drawerBar}>
        <span className={classes.drawerTotal}>{total}</span>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" disabled={partsOf(narrowing).length === 0} onClick={() => onChange(noNarrowing)}>
            {filterWords.clearAll}
          </Button>
          <Button onClick={onClose}>{filterWords.done}</Button>
        </Group>
      </div>
    </Drawer>
  )
}

interface ChoicesProps<Value extends string | null> {
  readonly label: string
  readonly values: readonly Value[]
  readonly words: Readonly<Record<NonNullable<Value> | (null extends Value ? typeof none : never), string>>
  readonly chosen: readonly Value[]
  readonly onChange: (chosen: Value[]) => void
}

/** A choice of any of a few values, all of them in sight. */
function Choices<Value extends string | null>({ label, values, words, chosen, onChange }: ChoicesProps<Value>) {
  return (
    <Checkbox.Group
      label={label}
      value={chosen.map(keyOf)}
      onChange={(checked) => onChange(values.filter((value) => checked.includes(keyOf(value))))}
    >
      <div className={classes.choices}>
        {values.map(keyOf).map((value) => (
          <Checkbox key={value} value={value} label={(words as Readonly<Record<string, string>>)[value]} />
        ))}
      </div>
    </Checkbox.Group>
  )
}

const keyOf = (value: string | null): string => value ?? none
