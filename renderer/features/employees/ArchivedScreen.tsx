import { Anchor, Button, Skeleton, Table } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArchive } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { EmployeeSummary } from '../../../electron/contract/employees.ts'
import { archivedPath, employeePath, listPath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import classes from '../../ui/long-list/long-list.module.css'
import { Pages } from '../../ui/Pages.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Total } from '../../ui/Section.tsx'
import { archivedQuery, archivePageSize } from './archive-queries.ts'
import { archiveWords } from './archive-strings.ts'

const words = archiveWords.list

/** How long the typing has to rest before main is asked, in milliseconds. */
const restMs = 150

/** The way from the list to those who are not in it. */
export function ArchivedLink() {
  return (
    <Anchor component={Link} to={archivedPath} size="sm">
      {words.link}
    </Anchor>
  )
}

/** Everybody who is archived. */
export function ArchivedScreen() {
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [page, setPage] = useState(0)
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const { data, error, refetch, isPlaceholderData } = useQuery(archivedQuery(search, page))
  return (
    <Screen
      title={words.heading}
      width="list"
      actions={
        <Button variant="default" onClick={() => void navigate(listPath)}>
          {words.back}
        </Button>
      }
    >
      <div className={classes.tools}>
        <SearchField
          label={words.search}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setPage(0)
          }}
        />
        <Total>{data && words.total(data.total)}</Total>
      </div>
      {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
      {!error && data === undefined && <Skeleton height={240} aria-label={words.loading} />}
      {!error && data && data.total > 0 && (
        <div aria-busy={isPlaceholderData}>
          <ArchivedTable rows={data.rows} />
          {data.total > archivePageSize && (
            <Pages page={page} pageSize={archivePageSize} total={data.total} onPage={setPage} />
          )}
        </div>
      )}
      {!error && data?.total === 0 && (
        <EmptyState
          {...(search === '' ? words.none : words.nothingMatches)}
          icon={<IconArchive size={32} stroke={1.25} />}
        />
      )}
    </Screen>
  )
}

function ArchivedTable({ rows }: { rows: readonly EmployeeSummary[] }) {
  const { name, employeeNumber, department, position } = words.columns
  return (
    <PlainTable label={words.table} columns={[name, employeeNumber, department, position]} minWidth={560}>
      {rows.map((employee) => (
        <Table.Tr key={employee.id}>
          <Table.Td>
            <Link to={employeePath(employee.id)} className={classes.name}>
              {fullName(employee)}
            </Link>
          </Table.Td>
          <Table.Td>{employee.employeeNumber}</Table.Td>
          <Table.Td>{employee.department?.name}</Table.Td>
          <Table.Td>{employee.position?.name}</Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}
