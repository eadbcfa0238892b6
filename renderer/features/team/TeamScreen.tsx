import { useDebouncedValue } from '@mantine/hooks'
import { IconUsersGroup } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { TeamMember } from '../../../electron/contract/team.ts'
import { fullName } from '../../registry/names.ts'
import { StatusText } from '../../registry/StatusText.tsx'
import { statusWords } from '../../registry/strings.ts'
import { createListView, type ListPlace, untouched } from '../../ui/long-list/list-view.ts'
import { Screen } from '../../ui/Screen.tsx'
import { Total } from '../../ui/Section.tsx'
import { PeopleFrame } from '../directory/PeopleFrame.tsx'
import { PeopleSearch } from '../directory/PeopleSearch.tsx'
import { type PeopleColumn, PeopleTable } from '../directory/PeopleTable.tsx'
import { filterOf, type TeamNarrowing, typeIn, wholeTeam } from './narrowing.ts'
import { memberPath, typeParameter } from './paths.ts'
import { teamPageQuery } from './queries.ts'
import { words } from './strings.ts'
import { TeamFilters } from './TeamFilters.tsx'

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

interface TeamView extends ListPlace {
  readonly narrowing: TeamNarrowing
  /** The entry of the window's history whose employment type is done: what became of it since is the truth. */
  readonly addressKey: string | null
}

const view = createListView<TeamView>('team', { ...untouched, narrowing: wholeTeam, addressKey: null })

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

/** Everybody below oneself in the reporting line. Another entry of the window's history may ask for others of them. */
export function TeamScreen() {
  return <Team key={useLocation().key} />
}

function Team() {
  const client = useQueryClient()
  const { key: addressKey, search: address } = useLocation()
  const list = useRef<HTMLDivElement>(null)
  const [narrowing, setNarrowing] = useState(() => {
    const kept = view.read(client)
    const asked = typeIn(new URLSearchParams(address).get(typeParameter))
    return asked === null || kept.addressKey === addressKey ? kept.narrowing : { ...wholeTeam, type: asked }
  })
  const [search] = useDebouncedValue(narrowing.search.trim(), restMs)
  const query = useQuery({ ...teamPageQuery(filterOf({ ...narrowing, search }), 0), placeholderData: keepPreviousData })
  const { data } = query
  // As it is typed, not once it rests: who leaves at once finds their words again.
  useEffect(() => view.keep(client, { narrowing, addressKey }), [client, narrowing, addressKey])
  const narrow = (change: Partial<TeamNarrowing>) => {
    view.keep(client, untouched)
    setNarrowing({ ...narrowing, ...change })
  }

  return (
    <Screen title={words.heading} width="list">
      <PeopleSearch
        label={words.search}
        value={narrowing.search}
        onChange={(typed) => narrow({ search: typed })}
        list={list}
      >
        <TeamFilters narrowing={narrowing} onChange={narrow} />
        <Total>{data && words.total(data.total, data.members)}</Total>
      </PeopleSearch>
      <PeopleFrame
        list={list}
        query={query}
        everybody={({ members }) => members}
        words={words}
        icon={<IconUsersGroup size={32} stroke={1.25} />}
        onClear={() => narrow(wholeTeam)}
      >
        {({ filter: answered, total, rows }) => (
          <PeopleTable
            label={words.table}
            columns={columns}
            pathOf={({ id }) => memberPath(id)}
            asked={JSON.stringify(answered)}
            total={total}
            firstPage={rows}
            pageQuery={(page) => teamPageQuery(answered, page)}
            failure={words.failure}
            left={view.read(client)}
            onKeep={(change) => view.keep(client, change)}
          />
        )}
      </PeopleFrame>
    </Screen>
  )
}
