import { cellsOf, headings } from './columns.ts'
import { measuredOf, targetOf } from './figures.ts'
import { type Finding, isReached, type Table } from './finding.ts'
import type { SuiteRecord } from './record.ts'

/** What a suite says of itself, apart from its figures. */
export interface SuiteText {
  readonly title: string
  /** How it measures, in paragraphs. */
  readonly method: readonly string[]
  /** Why a target is not reached, by the id of its finding. */
  readonly reasons: Readonly<Record<string, string>>
  /** The picture of its growth, beside the page. */
  readonly picture: string
}

const introduction = `# Performance

Measured by \`npm run bench\`; these are the figures of one run. A page like this ages: run it yourself, on your own
machine. The numbers as data stand in [performance.json](performance.json), with which each later run is compared.

Everything in a table was measured in the same run, in rounds: in each, every subject has its turn, in an order that is
drawn anew. \`measured\` is the median over the rounds of the peer's median by ours, so \`2×\` is twice as fast as the peer;
where less is better it says what it is. \`95 %\` is its interval by the bootstrap. Timings are never asserted in tests.`

/** The page of all suites that were ever written. */
export function performancePage(suites: readonly (readonly [SuiteText, SuiteRecord])[]): string {
  return `${[introduction, ...suites.map(([text, record]) => suiteSection(text, record))].join('\n\n')}\n`
}

function suiteSection({ title, method, reasons, picture }: SuiteText, record: SuiteRecord): string {
  return [
    `## ${title}`,
    ...method,
    machineList(record),
    ...record.tables.map((table) => tableSection(table, reasons)),
    ...(record.growth ? ['### Growth', `![${record.growth.title}](${picture})`] : []),
  ].join('\n\n')
}

function machineList({ day, machine, peers }: SuiteRecord): string {
  const { processor, cores, memory, system, node, sqlite } = machine
  return [
    `- ${day}, ${processor}, ${cores} cores, ${memory}, ${system}`,
    `- Node ${node}, SQLite ${sqlite}`,
    ...Object.entries(peers).map(([name, version]) => `- ${name}: ${version}`),
  ].join('\n')
}

function tableSection({ title, findings }: Table, reasons: SuiteText['reasons']): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const notes = new Set(findings.filter(({ peers }) => peers !== null).flatMap(({ note }) => (note ? [note] : [])))
  return [
    `### ${title}`,
    [line(headings), line(headings.map(() => '---')), ...findings.map((finding) => line(cellsOf(finding)))].join('\n'),
    ...notes,
    ...missedList(
      findings.filter((finding) => isReached(finding) === false),
      reasons,
    ),
  ].join('\n\n')
}

/** What was not reached, and why; together where the reason is the same. */
function missedList(missed: readonly Finding[], reasons: SuiteText['reasons']): readonly string[] {
  const byReason = Map.groupBy(missed, ({ id }) => reasons[id] ?? 'The cause is not known yet.')
  const entries = [...byReason].map(([reason, findings]) => {
    const misses = findings.map(
      ({ what, peer, target, ...figures }) =>
        `**${what}** beside ${peer}: ${measuredOf(figures)}, asked for ${targetOf(target)}`,
    )
    return `- ${misses.join('; ')}. ${reason}`
  })
  return entries.length === 0 ? [] : [`Not reached:\n\n${entries.join('\n')}`]
}
