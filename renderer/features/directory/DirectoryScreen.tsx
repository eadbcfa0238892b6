import { NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconUsers } from '@tabler/icons-react'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { DirectoryRow } from '../../../electron/contract/directory.ts'
import { placed } from '../../registry/department-tree.ts'
import { fullName } from '../../registry/names.ts'
import { createListView, type ListPlace, untouched } from '../../ui/long-list/list-view.ts'
import { Screen } from '../../ui/Screen.tsx'
import { Total } from '../../ui/Section.tsx'
import { Celebrations } from './Celebrations.tsx'
import { PeopleFrame } from './PeopleFrame.tsx'
import { PeopleSearch } from './PeopleSearch.tsx'
import { type PeopleColumn, PeopleTable } from './PeopleTable.tsx'
import { personPath } from './paths.ts'
import classes from './people.module.css'
import { type DirectoryFilter, departmentNamesQuery, directoryPageQuery } from './queries.ts'
import { words } from './strings.ts'

/** How long the typing has to rest before main is asked: shorter than a person waits for. */
const restMs = 120

const nothingAsked: DirectoryFilter = { search: '', departmentId: null }

const view = createListView<ListPlace & DirectoryFilter>('directory', { ...untouched, ...nothingAsked })

const columns: readonly PeopleColumn<DirectoryRow>[] = [
  { name: words.columns.name, width: 'minmax(0, 1.6fr)', cell: (person) => <Name person={person} /> },
  { name: words.columns.position, width: 'minmax(0, 1.2fr)', cell: ({ position }) => position?.name },
  { name: words.columns.department, width: 'minmax(0, 1.2fr)', cell: ({ department }) => department?.name },
  { name: words.columns.email, width: 'minmax(0, 1.6fr)', cell: ({ workEmail }) => workEmail },
  { name: words.columns.phone, width: 'minmax(0, 1fr)', cell: ({ workPhone }) => workPhone },
]

function Name({ person }: { person: DirectoryRow }) {
  const { preferredName, firstName } = person
  return (
    <>
      {fullName(person)}
      {preferredName !== '' && preferredName !== firstName && (
        <span className={classes.preferred}>{words.preferred(preferredName)}</span>
      )}
    </>
  )
}

/** Everybody who works here, as everybody may know them: searched as one types, opened from their row. */
export function DirectoryScreen() {
  const client = useQueryClient()
  const list = useRef<HTMLDivElement>(null)
  const [filter, setFilter] = useState<DirectoryFilter>(() => {
    const { search, departmentId } = view.read(client)
    return { search, departmentId }
  })
  const [search] = useDebouncedValue(filter.search.trim(), restMs)
  const asked = { search, departmentId: filter.departmentId }
  const query = useQuery({ ...directoryPageQuery(asked, 0), placeholderData: keepPreviousData })
  const { data } = query
  // As it is typed, not once it rests: who leaves at once finds their words again.
  useEffect(() => view.keep(client, filter), [client, filter])
  const narrow = (change: Partial<DirectoryFilter>) => {
    view.keep(client, untouched)
    setFilter({ ...filter, ...change })
  }

  return (
    <Screen title={words.heading} width="list">
      <Celebrations />
      <PeopleSearch
        label={words.search}
        value={filter.search}
        onChange={(typed) => narrow({ search: typed })}
        list={list}
      >
        <DepartmentFilter value={filter.departmentId} onChange={(departmentId) => narrow({ departmentId })} />
        <Total>{data && words.total(data.total, data.listed)}</Total>
      </PeopleSearch>
      <PeopleFrame
        list={list}
        query={query}
        everybody={({ listed }) => listed}
        words={words}
        icon={<IconUsers size={32} stroke={1.25} />}
        onClear={() => narrow(nothingAsked)}
      >
        {({ filter: answered, total, rows }) => (
          <PeopleTable
            label={words.table}
            columns={columns}
            pathOf={({ id }) => personPath(id)}
            asked={JSON.stringify(answered)}
            total={total}
            firstPage={rows}
            pageQuery={(page) => directoryPageQuery(answered, page)}
            failure={words.failure}
            left={view.read(client)}
            onKeep={(change) => view.keep(client, change)}
          />
        )}
      </PeopleFrame>
    </Screen>
  )
}

interface DepartmentFilterProps {
  readonly value: number | null
  readonly onChange: (value: number | null) => void
}

function DepartmentFilter({ value, onChange }: DepartmentFilterProps) {
  const { data = [] } = useQuery(departmentNamesQuery)
  const options = placed(data).map(({ department: { id }, path }) => ({ value: String(id), label: path }))
  return (
    <NativeSelect
      aria-label={words.department}
      className={classes.department}
      data={[{ value: '', label: words.everyDepartment }, ...options]}
      value={value === null ? '' : String(value)}
      onChange={({ currentTarget: { value: chosen } }) => onChange(chosen === '' ? null : Number(chosen))}
    />
  )
}
