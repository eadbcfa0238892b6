import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { employeeQuery } from '../../registry/queries.ts'
import { firstBelowQuery } from './queries.ts'
import { chartWords as words } from './strings.ts'

/** As many are named; the others are counted. */
const named = 3

interface GoAlongProps {
  /** The employee at hand. */
  readonly id: number
  /** The manager who is chosen for them. */
  readonly managerId: number | null
}

/** Says, before it is saved, who goes along when an employee is given another manager: those who report to them. */
export function GoAlong({ id, managerId }: GoAlongProps) {
  const { data: employee } = useQuery(employeeQuery(id))
  const moves = employee !== undefined && (employee.manager?.id ?? null) !== managerId && employee.reports > 0
  const { data } = useQuery({ ...firstBelowQuery(id, named), enabled: moves })
  return (
    <Text size="sm" c="dimmed" mt={4} role="status">
      {moves &&
        data &&
        data.total > 0 &&
        words.goAlong(
          employee.firstName,
          data.total,
          data.people.map(({ name }) => name),
        )}
    </Text>
  )
}
