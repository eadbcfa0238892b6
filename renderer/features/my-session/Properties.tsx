import { Button, Code, Table } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import type { Notice } from '../../../electron/contract/notice.ts'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import type { OwnProperty } from '../../../electron/contract/sessions.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './my-session.module.css'
import { ownSessionQuery } from './queries.ts'
import { words } from './strings.ts'

const text = words.properties

interface PropertiesProps {
  readonly properties: readonly OwnProperty[]
  readonly onSession: (session: SessionView, notice: Notice) => void
}

/** What the session keeps for the person, who may delete what is theirs. */
export function Properties({ properties, onSession }: PropertiesProps) {
  const client = useQueryClient()
  const { ask, dialog } = useConfirmedAct()
  const askAgain = () => client.invalidateQueries({ queryKey: ownSessionQuery.queryKey })
  const tell = ({ session, notice }: { session: SessionView; notice: Notice }) => onSession(session, notice)
  const remove = useMutation({
    mutationFn: (name: string) => answerOf(staffdesk.sessions.deleteProperty({ name })),
    onSuccess: tell,
    onSettled: askAgain,
  })
  const clear = () =>
    ask({
      title: words.clear.title,
      detail: words.clear.detail,
      confirm: words.clear.action,
      isDangerous: true,
      run: async () => {
        tell(await answerOf(staffdesk.sessions.clear({})))
        void askAgain()
      },
    })

  const clearButton = (
    <Button variant="default" onClick={clear}>
      {words.clear.action}
    </Button>
  )
  return (
    <Section title={text.heading} actions={clearButton}>
      {remove.isError && <RequestError failure={remove.error} />}
      {properties.length === 0 ? (
        <EmptyState {...text.nothing} />
      ) : (
        <PlainTable
          label={text.table}
          columns={[text.name, text.value, text.purpose]}
          actions={text.actions}
          minWidth={640}
        >
          {properties.map((property) => (
            <PropertyRow
              key={property.name}
              property={property}
              pending={remove.isPending && remove.variables === property.name}
              onDelete={() => remove.mutate(property.name)}
            />
          ))}
        </PlainTable>
      )}
      {dialog}
    </Section>
  )
}

interface PropertyRowProps {
  readonly property: OwnProperty
  readonly pending: boolean
  readonly onDelete: () => void
}

function PropertyRow({ property, pending, onDelete }: PropertyRowProps) {
  const name = useId()
  return (
    <Table.Tr>
      <Table.Td id={name} className={classes.name}>
        {property.name}
      </Table.Td>
      <Table.Td className={classes.value}>
        <Value value={property.value} />
      </Table.Td>
      <Table.Td>{property.purpose}</Table.Td>
      <Table.Td className={classes.actions}>
        {property.canDelete && (
          <Button variant="default" size="compact-sm" aria-describedby={name} loading={pending} onClick={onDelete}>
            {text.remove}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

/** Code points of a value that a row shows at once. */
const shortest = 100

/** A long value, such as a half-filled form, opens when it is asked for. */
function Value({ value }: { value: string }) {
  const characters = [...value]
  if (characters.length <= shortest) return <Code>{value}</Code>
  return (
    <details>
      <summary>
        <Code>{`${characters.slice(0, shortest).join('')}…`}</Code>
      </summary>
      <Code>{value}</Code>
    </details>
  )
}
