import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { ChartPerson } from '../../../electron/contract/chart.ts'
import { longestChartPage } from '../../../electron/contract/chart.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { ChartItem } from './ChartItem.tsx'
import classes from './chart.module.css'
import { type ItemKey, personKey, useChart } from './chart-context.ts'
import { company } from './openings.ts'
import { PersonBox } from './PersonBox.tsx'
import { belowQuery, pathQuery } from './queries.ts'
import { chartWords as words } from './strings.ts'

/** As many stand beside each other; more stand below each other, so that the chart grows no wider than it must. */
const widestRow = 3

interface BranchProps {
  /** Who stands above; `company` for the top. */
  readonly id: number
  readonly level: number
}

/** Those who report to somebody, asked for when their branch opens. */
export function Branch({ id, level }: BranchProps) {
  const { openings, showAll, want } = useChart()
  const only = openings.get(id)?.only ?? null
  const branch = useInfiniteQuery(belowQuery(id === company ? null : id))
  const path = useQuery({ ...pathQuery(only), enabled: only !== null })
  const { data, error, hasNextPage, fetchNextPage } = branch

  if (error !== null) {
    return (
      <div className={classes.item} role="none">
        <RequestError failure={error} title={words.branchFailure} onRetry={() => void branch.refetch()} />
      </div>
    )
  }
  const total = data?.pages.at(-1)?.total ?? 0
  const all = data?.pages.flatMap(({ people }) => people) ?? []
  const chosen = only === null ? null : standingBelow(path.data, id)
  // Until it is known whether the one still belongs here, nobody is shown, lest the branch jumps.
  const people = only === null || (chosen === null && !path.isPending) ? all : chosen === null ? [] : [chosen]
  const hidden = total - people.length

  async function readMore() {
    const { data: read } = await fetchNextPage()
    const first = read?.pages.at(-1)?.people[0]
    if (first) want(personKey(first.id))
  }

  return (
    <fieldset
      className={classes.branch}
      data-row={people.length <= widestRow || undefined}
      aria-busy={branch.isFetching}
    >
      {people.map((person, index) => (
        <PersonItem
          key={person.id}
          person={person}
          level={level}
          place={chosen === null ? index + 1 : Math.max(1, all.findIndex((other) => other.id === person.id) + 1)}
          of={total}
        />
      ))}
      {chosen !== null && hidden > 0 && (
        <ExtraItem
          itemKey={`others ${id}`}
          label={words.others(hidden)}
          {...{ level, place: total, of: total }}
          onEnter={() => showAll(id, chosen.id)}
        />
      )}
      {chosen === null && hasNextPage && (
        <ExtraItem
          itemKey={`more ${id}`}
          label={words.more(Math.min(longestChartPage, hidden))}
          {...{ level, place: people.length + 1, of: total }}
          onEnter={() => void readMore()}
        />
      )}
    </fieldset>
  )
}

interface PlacedProps {
  readonly level: number
  /** Its place in the branch, from 1, and how many belong to the branch, shown or not. */
  readonly place: number
  readonly of: number
}

/** Somebody in the chart, with those who report to them where their branch is open. */
function PersonItem({ person, level, place, of }: PlacedProps & { readonly person: ChartPerson }) {
  const { openings, toggle, openPerson } = useChart()
  const { id, name, position, department, reports } = person
  const isOpen = reports > 0 ? openings.has(id) : null
  return (
    <ChartItem
      itemKey={personKey(id)}
      label={words.person(name, position, department, reports)}
      text={name}
      {...{ level, place, of, isOpen }}
      onEnter={() => openPerson(person)}
      onToggle={() => toggle(id)}
      branch={isOpen && <Branch id={id} level={level + 1} />}
    >
      <PersonBox person={person} isOpen={isOpen} />
    </ChartItem>
  )
}

interface ExtraItemProps extends PlacedProps {
  readonly itemKey: ItemKey
  readonly label: string
  readonly onEnter: () => void
}

/** Stands for those of a branch who are not shown, and shows them. */
function ExtraItem({ label, onEnter, ...placed }: ExtraItemProps) {
  return (
    <ChartItem {...placed} label={label} text={label} isOpen={null} onEnter={onEnter}>
      <button type="button" tabIndex={-1} className={classes.extra} onClick={onEnter}>
        {label}
      </button>
    </ChartItem>
  )
}

/** The last person of a way, where they stand right below somebody. */
function standingBelow(path: readonly ChartPerson[] | undefined, id: number): ChartPerson | null {
  const person = path?.at(-1)
  return person && (path?.at(-2)?.id ?? company) === id ? person : null
}
