import { formatNumber } from '../../ui/format.ts'

const reports = (count: number): string => `${formatNumber(count)} ${count === 1 ? 'report' : 'reports'}`

/** The words of the organisation chart. */
export const chartWords = {
  heading: 'Organisation chart',
  chart: 'Who reports to whom',
  loading: 'Loading the organisation chart',
  failure: 'The organisation chart could not be loaded',
  branchFailure: 'This branch could not be loaded',
  company: 'Company',
  find: 'Find in chart',
  nothingFound: 'Nobody of that name',
  reports,
  /** What a screen reader says of a person in the chart. */
  person: (name: string, position: string | null, department: string | null, count: number): string =>
    [name, position, department, count > 0 ? reports(count) : null].filter((part) => part !== null).join(', '),
  others: (count: number): string => `${formatNumber(count)} ${count === 1 ? 'other' : 'others'}`,
  more: (count: number): string => `Show ${formatNumber(count)} more`,
  open: (name: string): string => `Show the reports of ${name}`,
  close: (name: string): string => `Hide the reports of ${name}`,
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoom: (zoom: number): string => `${Math.round(zoom * 100)} %`,
  fit: 'Fit',
  myself: 'Show me',
  print: 'Print',
  printFailed: 'The chart was not printed',
  keys: 'Arrow keys move through the chart and open branches, Enter opens a person, + and − zoom.',
  nothingYet: {
    title: 'Nobody is in the chart yet',
    detail: 'Everybody who is registered stands in it, below their manager.',
  },
  card: {
    position: 'Position',
    department: 'Department',
    manager: 'Reports to',
    reports: 'Reports',
    none: '–',
  },
  /** Who goes along with somebody who is given another manager; the names are those of the first of them. */
  goAlong: (name: string, count: number, names: readonly string[]): string => {
    const rest = count - names.length
    const listed = [...names, ...(rest > 0 ? [`${formatNumber(rest)} more`] : [])]
    const people = listed.length === 1 ? listed.join() : `${listed.slice(0, -1).join(', ')} and ${listed.at(-1)}`
    return count === 1
      ? `1 person reports to ${name} and goes along: ${people}.`
      : `${formatNumber(count)} people report to ${name} and go along: ${people}.`
  },
} as const
