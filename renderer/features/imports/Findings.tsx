import { Button, Group, Text } from '@mantine/core'
import type { ImportCounts } from '../../../electron/contract/imports.ts'
import { formatNumber } from '../../ui/format.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { Section } from '../../ui/Section.tsx'
import classes from './imports.module.css'
import { ProblemsTable } from './ProblemsTable.tsx'
import { useRun } from './queries.ts'
import { SaveBadRows } from './SaveBadRows.tsx'
import { importWords } from './strings.ts'

const words = importWords.found
const kinds = ['new', 'changed', 'unchanged', 'bad'] as const

/** What the dry run found, and the ways to go on from there. */
export function Findings({ counts }: { counts: ImportCounts }) {
  const run = useRun()
  const { newDepartments, newPositions } = counts
  const good = counts.new + counts.changed
  const isBad = counts.bad > 0
  return (
    <>
      <Section title={words.heading}>
        <dl className={classes.counts} aria-label={words.list}>
          {kinds.map((kind) => (
            <div key={kind}>
              <dt>{words.kinds[kind]}</dt>
              <dd data-bad={kind === 'bad' && isBad}>{formatNumber(counts[kind])}</dd>
            </div>
          ))}
        </dl>
        {newDepartments.length > 0 && <Text>{words.departments(newDepartments)}</Text>}
        {newPositions.length > 0 && <Text>{words.positions(newPositions)}</Text>}
        {isBad && <Text maw={720}>{words.allOrNothing}</Text>}
        {good === 0 && <Text>{words.nothing}</Text>}
        {run.isError && <RequestError failure={run.error} />}
        <Group gap="xs">
          {good > 0 && (
            <Button loading={run.isPending} onClick={() => run.mutate(isBad)} variant={isBad ? 'default' : 'filled'}>
              {isBad ? words.skip(counts) : words.run(good)}
            </Button>
          )}
          {isBad && <SaveBadRows />}
        </Group>
      </Section>
      {counts.problems > 0 && <ProblemsTable total={counts.problems} />}
    </>
  )
}
