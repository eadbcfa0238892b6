import type { CSSProperties, ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ListPlace } from '../../ui/long-list/list-view.ts'
import classes from '../../ui/long-list/long-list.module.css'
import { useLongList } from '../../ui/long-list/use-long-list.ts'
import { type PageQuery, useRows } from '../../ui/long-list/use-rows.ts'
import { RequestError } from '../../ui/RequestError.tsx'

export interface PeopleColumn<Person> {
  readonly name: string
  /** Its share of the width, as a track of a grid. */
  readonly width: string
  /** What stands in the cell; where it is a text it is also the cell's hint. */
  readonly cell: (person: Person) => ReactNode
}

interface PeopleTableProps<Person> {
  readonly label: string
  /** The first one holds the link to the person. */
  readonly columns: readonly PeopleColumn<Person>[]
  readonly pathOf: (person: Person) => string
  /** Names what the rows answer: another one begins at the top. */
  readonly asked: string
  readonly total: number
  readonly firstPage: readonly Person[]
  readonly pageQuery: PageQuery<Person>
  /** What did not work where a page cannot be loaded. */
  readonly failure: string
  /** How the list was left, and how that is kept. */
  readonly left: ListPlace
  readonly onKeep: (change: Partial<ListPlace>) => void
}

/** People as one long table. */
export function PeopleTable<Person extends { readonly id: number }>(props: PeopleTableProps<Person>) {
  const { label, columns, pathOf, asked, total, firstPage, pageQuery, failure, left, onKeep } = props
  const navigate = useNavigate()
  const { frame, rows, bodyStyle, tabStop, move, focusIfWanted } = useLongList({ total, asked, left, onKeep })
  const people = useRows(
    pageQuery,
    firstPage,
    rows.map(({ index }) => index),
  )

  const rowOf = ({ index, place }: (typeof rows)[number]) => {
    const person = people.at(index)
    if (person === undefined) {
      return (
        <tr key={index} className={classes.row} aria-busy="true" {...place}>
          {columns.map((column) => (
            <td key={column.name}>
              <span className={classes.pending} />
            </td>
          ))}
        </tr>
      )
    }
    const onOpen = () => onKeep({ openedIndex: index })
    const follow = (isFollowed: boolean) => {
      if (isFollowed || window.getSelection()?.isCollapsed === false) return
      onOpen()
      void navigate(pathOf(person))
    }
    return (
      <tr
        key={index}
        className={classes.row}
        {...place}
        onClick={(event) => follow(event.defaultPrevented)}
        onKeyDown={(event) => move(event, tabStop)}
      >
        {columns.map((column, at) => {
          const content = column.cell(person)
          return (
            <td key={column.name} title={typeof content === 'string' ? content : undefined}>
              {at > 0 ? (
                content
              ) : (
                <Link
                  ref={focusIfWanted(index)}
                  to={pathOf(person)}
                  tabIndex={index === tabStop ? 0 : -1}
                  className={classes.name}
                  onClick={onOpen}
                >
                  {content}
                </Link>
              )}
            </td>
          )
        })}
      </tr>
    )
  }

  return (
    <>
      {people.error !== null && <RequestError failure={people.error} title={failure} onRetry={people.retry} />}
      <div ref={frame} className={classes.frame} style={{ '--least-height': '200px' } as CSSProperties}>
        <table
          className={classes.table}
          aria-label={label}
          aria-rowcount={total + 1}
          style={
            { '--columns': columns.map((column) => column.width).join(' '), '--least-width': '720px' } as CSSProperties
          }
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column) => (
                <th key={column.name} scope="col">
                  {column.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody style={bodyStyle}>{rows.map(rowOf)}</tbody>
        </table>
      </div>
    </>
  )
}
