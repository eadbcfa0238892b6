import type { ChartPerson } from '../../../electron/contract/chart.ts'
import { fakeBridge } from '../fake-bridge.ts'
import { failing } from '../render-app.tsx'

/** Somebody of the made-up company: to whom they report, by id. */
export interface Member {
  readonly id: number
  readonly name: string
  readonly managerId: number | null
  readonly position?: string
}

/** Answers every call of the chart over the given people, which the test may change as others would. */
export function serveChart(members: readonly Member[], selfId: number | null): void {
  const reportsOf = (id: number | null) => members.filter(({ managerId }) => managerId === id)
  const toPerson = ({ id, name, position }: Member): ChartPerson => ({
    id,
    name,
    position: position ?? null,
    department: null,
    reports: reportsOf(id).length,
    photo: null,
  })
  const pathTo = (id: number): Member[] => {
    const member = members.find((candidate) => candidate.id === id)
    if (!member) return []
    return [...(member.managerId === null ? [] : pathTo(member.managerId)), member]
  }
  fakeBridge.answer('chart', 'below', ({ id, offset, limit }) => {
    const reports = reportsOf(id)
    return { total: reports.length, people: reports.slice(offset, offset + limit).map(toPerson) }
  })
  fakeBridge.answer('chart', 'path', ({ id }) => {
    const wanted = id ?? selfId
    const people = wanted === null ? [] : pathTo(wanted).map(toPerson)
    if (wanted !== null && people.length === 0)
      return failing({ code: 'NOT_FOUND', message: 'This person is not in the organisation chart any more.' })
    return { people }
  })
  fakeBridge.answer('chart', 'find', ({ search, limit }) => ({
    people: members
      .filter(({ name }) => name.toLowerCase().includes((search ?? '').toLowerCase()))
      .slice(0, limit)
      .map(toPerson),
  }))
}
