import type { EmployeeSummary } from '../../electron/contract/employees.ts'
import classes from './status.module.css'
import { accountWords, statusWords } from './strings.ts'

const isDisabled = ({ account }: EmployeeSummary): boolean => account !== null && account.disabledAt !== null

/** The employee's status, or that their account is disabled: what keeps somebody out is what is looked for. */
export const statusOf = (employee: EmployeeSummary): string =>
  isDisabled(employee) ? accountWords.disabled : statusWords[employee.status]

type Tone = EmployeeSummary['status'] | 'disabled'

export const toneOf = (employee: EmployeeSummary): Tone => (isDisabled(employee) ? 'disabled' : employee.status)

/** A status in words, with a mark whose shape and colour go with it. */
export function StatusText({ tone, children }: { tone: Tone; children: string }) {
  return (
    <span className={classes.status} data-tone={tone}>
      <span className={classes.dot} aria-hidden="true" />
      <span className={classes.clipped}>{children}</span>
    </span>
  )
}
