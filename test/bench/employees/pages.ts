import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from '../../../electron/database/connection.ts'
import type { Database } from '../../../electron/database/port.ts'
import { measureInRounds, type Subject } from '../measure/rounds.ts'
import { timeEach, timeEachAtOnce } from '../measure/stopwatch.ts'
import { startDjangoEmployees } from '../peers/django.ts'
import { compare } from '../report/comparing.ts'
import type { Finding, Table } from '../report/finding.ts'
import { us } from '../sessions/parts.ts'
import { agree } from './agree.ts'
import { listOurs } from './ours.ts'
import { type IndexedColumn, indexedColumns, rawList } from './raw.ts'
import { djangoPageTarget, rawPageTarget } from './targets.ts'

const plan = { rounds: 15, warmUp: 3, times: 5 }
const raw = 'prepared statements'
const django = 'Django, the page alone'

export interface Company {
  readonly file: string
  readonly database: Database
  readonly connection: Connection
}

/** The first page of the list and its total, in each order that an index has. */
export async function measurePages(
  { file, database, connection }: Company,
  folder: string,
  random: () => number,
): Promise<Table> {
  const place = join(folder, 'django')
  mkdirSync(place)
  const peer = await startDjangoEmployees(place, file)
  const statements = rawList(connection)
  const findings: Finding[] = []
  try {
    for (const column of Object.keys(indexedColumns) as IndexedColumn[]) {
      const ours = () => listOurs(database, '', [{ column, descending: false }])
      const theirs = statements.page(column)
      agree(column, await ours(), theirs())
      const subjects: Subject[] = [
        { name: us, run: (times) => timeEach(times, () => null, ours) },
        { name: raw, run: (times) => timeEachAtOnce(times, () => null, theirs) },
        ...(peer ? [{ ...peer.subject(column), name: django }] : []),
      ]
      const taken = await measureInRounds(subjects, plan, random)
      const what = `by ${words[column]}`
      const rounds = taken.get(us) ?? []
      findings.push(
        compare(
          { id: `page/${column}/raw`, what, peer: raw, target: rawPageTarget },
          rounds,
          taken.get(raw) ?? null,
          random,
        ),
        compare(
          { id: `page/${column}/Django`, what, peer: django, target: djangoPageTarget },
          rounds,
          taken.get(django) ?? null,
          random,
        ),
      )
    }
  } finally {
    peer?.close()
  }
  return { title: 'The first 100 of 100,000 employees, and how many there are', findings }
}

const words = {
  name: 'name',
  employeeNumber: 'number',
  workEmail: 'work email',
  hireDate: 'hire date',
  status: 'status',
  employmentType: 'employment type',
} as const satisfies Record<IndexedColumn, string>
