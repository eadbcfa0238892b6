import { Button, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUsersGroup } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { TeamMember } from '../../../electron/contract/team.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Total } from '../../ui/Section.tsx'
import { createListView, type PeopleView, untouched } from '../directory/list-view.ts'
import { PeopleSearch } from '../directory/PeopleSearch.tsx'
import { type PeopleColumn, PeopleTable } from '../directory/PeopleTable.tsx'
import people from '../directory/people.module.css'
import { fullName } from '../employees/names.ts'
import { StatusText } from '../employees/StatusText.tsx'
import { statusWords } from '../employees/strings.ts'
import { memberPath } from './paths.ts'
import { teamPageQuery } from './queries.ts'
import { words } from './strings.ts'

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

const view = createListView<PeopleView & { readonly search: string }>('team', { ...untouched, search: '' })

const columns: readonly PeopleColumn<TeamMember>[] = [
  { name: words.columns.name, width: 'minmax(0, 1.6fr)', cell: fullName },
  { name: words.columns.employeeNumber, width: '96px', cell: ({ employeeNumber }) => employeeNumber },
  { name: words.columns.position, width: 'minmax(0, 1.2fr)', cell: ({ position }) => position?.name },
  { name: words.columns.department, width: 'minmax(0, 1.2fr)', cell: ({ department }) => department?.name },
  { name: words.columns.manager, width: 'minmax(0, 1.2fr)', cell: ({ manager }) => manager?.name },
  {
    name: words.columns.status,
    width: '116px',
    cell: ({ status }) => <StatusText tone={status}>{statusWords[status]}</StatusText>,
  },
]

/** Everybody below oneself in the reporting line. */
export function TeamScreen() {
  const client = useQueryClient()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState(() => view.read(client).search)
  const [search] = useDebouncedValue(typed.trim(), restMs)
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...teamPageQuery(search, 0),
    placeholderData: keepPreviousData,
  })
  // As it is typed, not once it rests: who leaves at once finds their words again.
  useEffect(() => view.keep(client, { search: typed }), [client, typed])
  const narrow = (wanted: string) => {
    view.keep(client, untouched)
    setTyped(wanted)
  }

  return (
    <Screen title={words.heading} width="list">
      <PeopleSearch label={words.search} value={typed} onChange={narrow} list={list}>
        <Total>{data && words.total(data.total, data.members)}</Total>
      </PeopleSearch>
      <div ref={list} className={people.list} aria-busy={isPlaceholderData}>
        {error && <RequestError failure={error} title={words.failure} onRetry={() => void refetch()} />}
        {!error && data === undefined && <Skeleton height={240} aria-label={words.loading} />}
        {!error && data && data.total > 0 && (
          <PeopleTable
            label={words.table}
            columns={columns}
            pathOf={({ id }) => memberPath(id)}
            asked={data.search}
            total={data.total}
            firstPage={data.rows}
            pageQuery={(page) => teamPageQuery(data.search, page)}
            failure={words.failure}
            left={view.read(client)}
            onKeep={(change) => view.keep(client, change)}
          />
        )}
        {!error && data?.total === 0 && data.members === 0 && (
          <EmptyState {...words.nothingYet} icon={<IconUsersGroup size={32} stroke={1.25} />} />
        )}
        {!error && data?.total === 0 && data.members > 0 && (
          <EmptyState
            title={words.nothingMatches.title}
            detail={words.nothingMatches.detail}
            icon={<IconSearch size={32} stroke={1.25} />}
          >
            <Button variant="default" onClick={() => narrow('')}>
              {words.nothingMatches.action}
            </Button>
          </EmptyState>
        )}
      </div>
    </Screen>
  )
}
