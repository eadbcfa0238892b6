import { cellsOf, headings } from './columns.ts'
import { intervalOf, measuredOf, targetOf } from './figures.ts'
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
  const missed = record.tables.flatMap(({ findings }) => findings).filter((finding) => isReached(finding) === false)
  return [
    `## ${title}`,
    ...method,
    machineList(record),
    ...record.tables.map(tableSection),
    `### Not reached`,
    missed.length === 0 ? 'Every target was reached.' : missedList(missed, reasons),
    `### Growth`,
    `![${record.growth.title}](${picture})`,
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

function tableSection({ title, findings }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const notes = new Set(findings.filter(({ peers }) => peers !== null).flatMap(({ note }) => (note ? [note] : [])))
  return [
    `### ${title}`,
    [line(headings), line(headings.map(() => '---')), ...findings.map((finding) => line(cellsOf(finding)))].join('\n'),
    ...[...notes].map((note) => `Measured ${note}.`),
  ].join('\n\n')
}

function missedList(missed: readonly Finding[], reasons: SuiteText['reasons']): string {
  return missed
    .map((finding) => {
      const found = `${measuredOf(finding)} (${intervalOf(finding)}), asked for: ${targetOf(finding.target)}`
      return `- **${finding.what}**, by ${finding.peer}: ${found}. ${reasons[finding.id] ?? 'The cause is not known yet.'}`
    })
    .join('\n')
}
