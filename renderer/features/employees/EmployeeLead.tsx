import type { EmployeeRecord } from '../../../electron/contract/employees.ts'
import { StatusText, statusOf, toneOf } from '../../registry/StatusText.tsx'
import classes from './employee.module.css'

/** Who somebody is in the company, at a glance: number, status, position and department. */
export function EmployeeLead({ employee }: { employee: EmployeeRecord }) {
  const { employeeNumber, position, department } = employee
  return (
    <span className={classes.lead}>
      <span>{employeeNumber}</span>
      <StatusText tone={toneOf(employee)}>{statusOf(employee)}</StatusText>
      {position && <span>{position.name}</span>}
      {department && <span>{department.name}</span>}
    </span>
  )
}
