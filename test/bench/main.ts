/** `node test/bench/main.ts [suites] [--write]`: what `npm run bench` starts once everything is built and installed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestNumbers } from '../support/random.ts'
import { readArguments, type SuiteName } from './arguments.ts'
import { thisMachine } from './machine.ts'
import { peerVersions } from './peers/versions.ts'
import { changeCells, changesSince } from './report/change.ts'
import { performancePage } from './report/markdown.ts'
import { pictureOf } from './report/picture.ts'
import { aligned, plainTable } from './report/plain.ts'
import { type Records, readRecords, recordsFile, type SuiteRecord } from './report/record.ts'
import { suites } from './suites.ts'

const page = 'docs/performance.md'
const seed = 20_261_125

const say = (text: string) => process.stdout.write(`${text}\n`)

async function measure(name: SuiteName, rounds: number): Promise<SuiteRecord> {
  const folder = mkdtempSync(join(tmpdir(), 'staffdesk-bench-'))
  try {
    const result = await suites[name].measure({ folder, random: createTestNumbers(seed), rounds })
    return { day: new Date().toISOString().slice(0, 10), machine: thisMachine(), peers: peerVersions(), ...result }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function tell(name: SuiteName, record: SuiteRecord, before: Records): void {
  for (const table of record.tables) say(plainTable(table))
  const former = before[name]
  if (former) {
    say(`Since ${former.day}, on ${former.machine.processor} with ${former.machine.cores} cores:`)
    for (const { title, changes } of changesSince(former.tables, record.tables)) {
      say(`${title}\n${aligned(changes.map(changeCells))}\n`)
    }
  }
  say(JSON.stringify({ [name]: record }))
}

function write(records: Records): void {
  const known = Object.entries(suites).flatMap(([name, { text }]) => {
    const record = records[name]
    return record ? [[text, record] as const] : []
  })
  for (const [{ picture }, { growth }] of known) {
    if (growth) writeFileSync(join('docs', picture), pictureOf(growth.title, growth.curves))
  }
  writeFileSync(page, performancePage(known))
  writeFileSync(recordsFile, `${JSON.stringify(records, null, 2)}\n`)
  say(`Written: ${page}, ${recordsFile}.`)
}

async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2))
  if (typeof given === 'string') {
    say(given)
    return 1
  }
  let records = readRecords()
  for (const name of given.suites) {
    const record = await measure(name, given.rounds)
    tell(name, record, given.writes ? {} : records)
    records = { ...records, [name]: record }
  }
  if (given.writes) write(records)
  return 0
}

// One of the peers has a timer that cannot be stopped and would keep the process alive.
process.exit(await main())
