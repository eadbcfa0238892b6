import { Table } from '@mantine/core'
import type { SessionMessage } from '../../../electron/contract/session-view.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { formatInstant } from '../../ui/format.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { Section } from '../../ui/Section.tsx'
import { words } from './strings.ts'

const text = words.messages

/** What the person was told of their sessions, each once as it was, for whoever was not looking. */
export function Messages({ messages }: { readonly messages: readonly SessionMessage[] }) {
  return (
    <Section title={text.heading}>
      {messages.length === 0 ? (
        <EmptyState {...text.nothing} />
      ) : (
        <PlainTable label={text.table} columns={[text.when, text.message, text.particulars]} minWidth={560}>
          {messages.map(({ id, at, title, detail }) => (
            <Table.Tr key={id}>
              <Table.Td>{formatInstant(at)}</Table.Td>
              <Table.Td>{title}</Table.Td>
              <Table.Td>{detail}</Table.Td>
            </Table.Tr>
          ))}
        </PlainTable>
      )}
    </Section>
  )
}
