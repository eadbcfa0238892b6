import { createColumnHelper, tableFeatures } from '@tanstack/react-table'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { formatPlainDate } from '../../ui/format.ts'
import { roleWords } from '../../ui/roles.ts'
import classes from './employees.module.css'
import { fullName } from './names.ts'
import { StatusText, statusOf, toneOf } from './StatusText.tsx'
import { listWords } from './strings.ts'

/** The columns are all that the table library is asked for: main searches and sorts. */
export const features = tableFeatures({})

const column = createColumnHelper<typeof features, EmployeeSummary>()
const words = listWords.columns

export const columns = column.columns([
  column.accessor(fullName, { id: 'name', header: words.name }),
  column.accessor('employeeNumber', { id: 'employeeNumber', header: words.employeeNumber }),
  column.accessor((employee) => employee.account?.username, {
    id: 'username',
    header: words.username,
    cell: ({ getValue }) => getValue() ?? <span className={classes.missing}>{listWords.noAccount}</span>,
  }),
  column.accessor((employee) => (employee.account === null ? '' : roleWords[employee.account.role]), {
    id: 'role',
    header: words.role,
  }),
  column.accessor('workEmail', { id: 'workEmail', header: words.workEmail }),
  column.accessor((employee) => formatPlainDate(employee.hireDate), { id: 'hireDate', header: words.hireDate }),
  column.accessor(statusOf, {
    id: 'status',
    header: words.status,
    cell: ({ row, getValue }) => <StatusText tone={toneOf(row.original)}>{getValue()}</StatusText>,
  }),
])
