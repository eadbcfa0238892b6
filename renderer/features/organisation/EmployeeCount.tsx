import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { EmployeeFilter } from '../../../electron/contract/employee-filter.ts'
import { listPathFor } from '../../registry/employee-paths.ts'
import { formatNumber } from '../../ui/format.ts'
import { words } from './strings.ts'

interface EmployeeCountProps {
  readonly count: number
  /** What the employees belong to. */
  readonly of: string
  /** Means exactly those who are counted. */
  readonly filter: Partial<EmployeeFilter>
}

/** How many there are; the number opens their list. */
export function EmployeeCount({ count, of, filter }: EmployeeCountProps) {
  if (count === 0) return formatNumber(count)
  return (
    <Anchor component={Link} to={listPathFor(filter)} inherit aria-label={words.employeesOf(count, of)}>
      {formatNumber(count)}
    </Anchor>
  )
}
