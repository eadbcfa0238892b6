import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { CustomColumn } from '../../../electron/contract/custom-fields.ts'
import type { EmployeeSortColumn } from '../../../electron/contract/employee-filter.ts'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { fullName } from '../../registry/names.ts'
import { StatusText, statusOf, toneOf } from '../../registry/StatusText.tsx'
import { employmentTypeWords } from '../../registry/strings.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { roleWords } from '../../ui/roles.ts'
import { customText } from '../custom-fields/custom-form.ts'
import type { ListColumn } from '../employee-list/columns.ts'
import { listWords } from '../employee-list/strings.ts'
import classes from './employees.module.css'

/** The columns are all that the table library is asked for: main searches and sorts. */
export const features = tableFeatures({})

const column = createColumnHelper<typeof features, EmployeeSummary>()

/** What a column shows, and what a cell too narrow for it says. */
const shown = (id: EmployeeSortColumn, value: (employee: EmployeeSummary) => string) => column.accessor(value, { id })

const columns = column.columns([
  shown('name', fullName),
  shown('employeeNumber', ({ employeeNumber }) => employeeNumber),
  column.accessor((employee) => employee.account?.username, {
    id: 'username',
    cell: ({ getValue }) => getValue() ?? <span className={classes.missing}>{listWords.noAccount}</span>,
  }),
  shown('role', ({ account }) => (account === null ? '' : roleWords[account.role])),
  shown('workEmail', ({ workEmail }) => workEmail),
  shown('department', ({ department }) => department?.name ?? ''),
  shown('position', ({ position }) => position?.name ?? ''),
  shown('manager', ({ manager }) => manager?.name ?? ''),
  shown('employmentType', ({ employmentType: type }) => (type === null ? '' : employmentTypeWords[type])),
  shown('hireDate', ({ hireDate }) => formatPlainDate(hireDate)),
  column.accessor(statusOf, {
    id: 'status',
    cell: ({ row, getValue }) => <StatusText tone={toneOf(row.original)}>{getValue()}</StatusText>,
  }),
])

const customColumn = (field: CustomColumn) =>
  column.accessor((employee) => customText(field.kind, field.valueOf(employee.custom)), {
    id: field.key,
    cell: ({ getValue }) => (
      <span className={classes.custom} data-kind={field.kind}>
        {getValue()}
      </span>
    ),
  })

/** What the table shows for each of these columns, in their order. */
export const columnsFor = (wanted: readonly ListColumn[]) => [
  ...columns.filter(({ id }) => wanted.some(({ key }) => key === id)),
  ...column.columns(wanted.flatMap(({ custom }) => custom ?? []).map(customColumn)),
]
