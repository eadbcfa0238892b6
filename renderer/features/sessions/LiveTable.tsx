import { Button, Table, Text } from '@mantine/core'
import { useId } from 'react'
import type { LiveSession } from '../../../electron/contract/sessions.ts'
import { Instant } from '../../ui/Instant.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { Person } from './Person.tsx'
import classes from './sessions.module.css'
import { words } from './strings.ts'

const text = words.live

interface LiveTableProps {
  readonly shown: readonly LiveSession[]
  /** Every session but the person's own, shown or not. */
  readonly others: readonly LiveSession[]
  readonly onEnd: (session: LiveSession) => void
  readonly onEndAllOf: (session: LiveSession) => void
}

export function LiveTable({ shown, others, onEnd, onEndAllOf }: LiveTableProps) {
  const columns = [words.person, words.computer, words.started, text.lastActivity, text.state, text.expires]
  /** The first row of a person with several sessions offers to end them all. */
  const offersAll = ({ accountId, isCurrent, historyId }: LiveSession) =>
    !isCurrent &&
    others.filter((other) => other.accountId === accountId).length > 1 &&
    shown.find((other) => other.accountId === accountId && !other.isCurrent)?.historyId === historyId
  return (
    <PlainTable label={text.table} columns={columns} actions={text.actions} minWidth={690}>
      {shown.map((session) => (
        <LiveRow
          key={session.historyId}
          session={session}
          onEnd={() => onEnd(session)}
          onEndAllOf={offersAll(session) ? () => onEndAllOf(session) : null}
        />
      ))}
    </PlainTable>
  )
}

interface LiveRowProps {
  readonly session: LiveSession
  readonly onEnd: () => void
  readonly onEndAllOf: (() => void) | null
}

function LiveRow({ session, onEnd, onEndAllOf }: LiveRowProps) {
  const who = useId()
  const where = useId()
  return (
    <Table.Tr>
      <Table.Td id={who}>
        <Person {...session} />
      </Table.Td>
      <Table.Td id={where}>{session.computer}</Table.Td>
      <Table.Td>
        <Instant at={session.startedAt} />
      </Table.Td>
      <Table.Td>
        <Instant at={session.lastActivityAt} />
      </Table.Td>
      <Table.Td>
        <span className={classes.state} data-state={session.state}>
          <span className={classes.dot} aria-hidden />
          {text.states[session.state]}
        </span>
      </Table.Td>
      <Table.Td>
        <Instant at={session.endsAt} />
      </Table.Td>
      <Table.Td className={classes.actions}>
        {session.isCurrent ? (
          <Text c="dimmed">{text.own}</Text>
        ) : (
          <Button variant="default" size="compact-sm" aria-describedby={`${who} ${where}`} onClick={onEnd}>
            {words.end.one}
          </Button>
        )}
        {onEndAllOf && (
          <Button variant="subtle" size="compact-sm" onClick={onEndAllOf} className={classes.all}>
            {words.end.allOf(session.displayName)}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
