import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DataParts } from '../../electron/start/data.ts'
import { refusal } from '../employees/office.ts'
import { answers } from '../setup/first-run.ts'
import { createTestFolder, removeTestFolder } from '../support/database.ts'
import { type Start, start } from './support/start.ts'

let folder: string
const starts: Start[] = []
beforeEach(() => {
  folder = createTestFolder()
})
afterEach(async () => {
  for (const { data } of starts.splice(0)) await data.close()
  removeTestFolder(folder)
})

/** A start that is closed after the test. */
async function begin(parts: Partial<DataParts> = {}): Promise<Start> {
  const started = await start(folder, parts)
  starts.push(started)
  return started
}

/** A company that was set up and closed again. */
async function company(): Promise<void> {
  const first = await start(folder)
  await first.setUp()
  await first.data.close()
}

const inFolder = (...names: string[]) => join(folder, ...names)
const database = () => inFolder('staffdesk.db')
const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

function change(file: string, sql: string): void {
  const other = new Sqlite(file)
  other.exec(sql)
  other.close()
}

/** Overwrites the page on which a table begins. */
function overwritePageOf(table: string): void {
  const other = new Sqlite(database(), { readonly: true })
  const page = other.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number
  other.close()
  rmSync(`${database()}-wal`, { force: true })
  const bytes = readFileSync(database())
  writeFileSync(database(), bytes.fill(0xff, (page - 1) * 4096, page * 4096))
}

describe('an empty folder', () => {
  it('is set up, and the company is open at once', async () => {
    const first = await begin()
    expect(first.shown()).toBe('set-up')
    expect(first.data.company()).toBeNull()
    await first.setUp('Northwind')
    expect(first.shown()).toBe('open')
    expect(first.company().name).toBe('Northwind')
    await first.signIn(1)
  })

  it('is set up once', async () => {
    const first = await begin()
    await first.setUp()
    expect((await refusal(first.setUp('Another'))).code).toBe('REFUSED')
    expect(first.company().name).toBe(answers.companyName)
  })

  it('with nothing but broken settings in it is still set up', async () => {
    expect((await begin({ settingsBroken: true })).shown()).toBe('set-up')
  })
})

describe('a company', () => {
  beforeEach(company)

  it('is open at the next start, in which nobody is signed in', async () => {
    const next = await begin()
    expect(next.shown()).toBe('open')
    expect(await next.company().lifecycle.find(1)).toEqual({ kind: 'none' })
    await next.signIn(1)
  })

  it('opens although the settings of this computer are broken', async () => {
    expect((await begin({ settingsBroken: true })).shown()).toBe('open')
  })

  it.each([
    ['is gone', () => rmSync(inFolder('installed.json'))],
    ['is broken', () => writeFileSync(inFolder('installed.json'), '{"company":')],
  ])('whose marker %s opens, and is marked again', async (_name, damage) => {
    const marker = JSON.parse(readFileSync(inFolder('installed.json'), 'utf8'))
    damage()
    expect((await begin()).shown()).toBe('open')
    expect(JSON.parse(readFileSync(inFolder('installed.json'), 'utf8'))).toEqual(marker)
  })

  it('whose secrets cannot be read ends every session, and lets people sign in', async () => {
    writeFileSync(inFolder('secrets.json'), '[]')
    const next = await begin()
    expect(next.log.lines.filter((line) => line.startsWith('warn'))).toHaveLength(1)
    await next.signIn(1)
  })
})

describe('data that cannot be opened', () => {
  beforeEach(company)

  it.each<[shown: string, name: string, damage: () => void]>([
    ['database-missing', 'a database that is gone', () => rmSync(database())],
    ['database-empty', 'a database of no bytes', () => truncateSync(database())],
    ['database-broken', 'a database that was cut off', () => truncateSync(database(), 30_000)],
    ['database-broken', 'a database that is something else', () => writeFileSync(database(), 'x'.repeat(9_000))],
    [
      'database-broken',
      'accounts that cannot be read',
      () => {
        const bytes = readFileSync(database())
        writeFileSync(database(), bytes.fill(0xff, 4096, bytes.length - 4096))
      },
    ],
    ['database-newer', 'a newer database', () => change(database(), 'PRAGMA user_version = 9999')],
    ['database-foreign', 'a database of another program', () => change(database(), 'PRAGMA application_id = 1')],
    [
      'database-foreign',
      'a database of another company',
      () => change(database(), "UPDATE company SET database_id = 'theirs'"),
    ],
    ['database-empty', 'a database without a company', () => change(database(), 'DELETE FROM company')],
    ['database-broken', 'a small table that cannot be read', () => overwritePageOf('kept_property')],
    ['not-writable', 'a folder in which nothing can be made', () => mkdirSync(`${database()}-shm`)],
    [
      'marker-broken',
      'a lost database beside a broken marker',
      () => {
        rmSync(database())
        writeFileSync(inFolder('installed.json'), 'null')
      },
    ],
    [
      'database-missing',
      'a lost database and marker, but secrets',
      () => {
        rmSync(database())
        rmSync(inFolder('installed.json'))
      },
    ],
  ])('%s: %s', async (shown, _name, damage) => {
    damage()
    const names = readdirSync(folder).filter((name) => !name.endsWith('-shm'))
    const before = names.map((name) => hash(inFolder(name)))
    const next = await begin()
    expect(next.shown()).toBe(shown)
    expect(next.data.company()).toBeNull()
    expect(next.log.lines.some((line) => line.includes('the data cannot be opened'))).toBe(true)
    expect((await refusal(next.setUp())).code).toBe('REFUSED')
    expect(names.map((name) => hash(inFolder(name)))).toEqual(before)
  })

  it('tells of broken settings only where nothing else is left', async () => {
    rmSync(database())
    rmSync(inFolder('installed.json'))
    expect((await begin({ settingsBroken: true })).shown()).toBe('settings-broken')
  })

  it('names the company that the marker still tells, so that it can be typed', async () => {
    rmSync(database())
    expect((await begin()).data.recovery.problem()?.confirmation).toBe(answers.companyName)
  })

  it('is left closed, so that it can be opened once it is mended', async () => {
    const secrets = inFolder('secrets.json')
    rmSync(secrets)
    mkdirSync(secrets)
    const next = await begin()
    expect(next.shown()).toBe('not-writable')
    // The last connection to close removes the write-ahead log.
    expect(existsSync(`${database()}-wal`)).toBe(false)
    rmSync(secrets, { recursive: true })
    expect(await next.data.recovery.reopen()).toBe(true)
    expect(next.shown()).toBe('open')
  })
})

describe('Try again', () => {
  beforeEach(company)

  it('opens what was put back', async () => {
    renameSync(database(), inFolder('elsewhere.db'))
    const next = await begin()
    expect(await next.data.recovery.reopen()).toBe(false)
    renameSync(inFolder('elsewhere.db'), database())
    expect(await next.data.recovery.reopen()).toBe(true)
    await next.signIn(1)
  })

  it('in two windows at once opens the company once', async () => {
    renameSync(database(), inFolder('elsewhere.db'))
    const next = await begin()
    renameSync(inFolder('elsewhere.db'), database())
    expect(await Promise.all([next.data.recovery.reopen(), next.data.recovery.reopen()])).toEqual([true, true])
    expect(next.log.lines.filter((line) => line.includes('company opened'))).toHaveLength(1)
  })

  it('leaves an open company open, and everybody in it signed in', async () => {
    const next = await begin()
    await next.signIn(1)
    const before = next.company()
    expect(await next.data.recovery.reopen()).toBe(true)
    expect(next.company()).toBe(before)
    expect((await next.company().lifecycle.find(1)).kind).toBe('signed-in')
  })
})

/** What the audit tells, in its order. */
function actions(): unknown[] {
  const connection = new Sqlite(database(), { readonly: true })
  const found = connection.prepare('SELECT action FROM audit_entry ORDER BY id').pluck().all()
  connection.close()
  return found
}

describe('Choose a database file or backup', () => {
  beforeEach(company)

  it('opens the copy; what was there is set aside', async () => {
    const backup = inFolder('backup.db')
    copyFileSync(database(), backup)
    truncateSync(database(), 30_000)
    const damaged = hash(database())
    const next = await begin()
    expect(await next.data.recovery.adopt(backup)).toBe(true)
    await next.signIn(1)
    const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('set-aside-'))
    expect(hash(inFolder(aside, 'staffdesk.db'))).toBe(damaged)
    await next.data.close()
    expect(actions()).toContain('company.database_restored')
  })

  it('ends what was open in the copy as restored, and tells its owner at the login and at the next sign-in', async () => {
    const first = await start(folder)
    await first.signIn(1)
    const backup = inFolder('backup.db')
    copyFileSync(database(), backup)
    copyFileSync(`${database()}-wal`, `${backup}-wal`)
    await first.data.close()
    truncateSync(database(), 30_000)

    const next = await begin()
    expect(await next.data.recovery.adopt(backup)).toBe(true)
    const { lifecycle, handlers } = next.company()
    const words = "ended because the company's data was restored from a backup."
    expect(await lifecycle.untoldEnd()).toMatchObject({
      title: 'Session Ended',
      detail: expect.stringContaining(words),
    })
    const { username, password } = answers
    const { notice } = await handlers.accounts.signIn({ username, password }, { windowId: 1 })
    expect(notice?.detail).toContain(`Your last session ${words}`)
  })

  it('says in the audit when the secrets that sign sessions were made anew', async () => {
    writeFileSync(inFolder('secrets.json'), 'nothing')
    const next = await begin()
    await next.data.close()
    expect(actions()).toContain('session_secrets.renewed')
    expect(actions()).not.toContain('company.database_restored')
  })

  it.each([
    ['of another company', "UPDATE company SET database_id = 'theirs'"],
    ['without a company', 'DELETE FROM company'],
  ])('refuses one %s before anything moves', async (_name, sql) => {
    const backup = inFolder('backup.db')
    renameSync(database(), backup)
    change(backup, sql)
    const next = await begin()
    expect((await refusal(next.data.recovery.adopt(backup))).code).toBe('REFUSED')
    expect(next.shown()).toBe('database-missing')
    expect(readdirSync(folder).filter((name) => name.startsWith('set-aside-'))).toEqual([])
  })

  it('takes whichever is sound where no marker tells the company', async () => {
    const backup = inFolder('backup.db')
    renameSync(database(), backup)
    rmSync(inFolder('installed.json'))
    const next = await begin()
    expect(await next.data.recovery.adopt(backup)).toBe(true)
    expect(existsSync(inFolder('installed.json'))).toBe(true)
  })

  it('is refused once another window has opened the data: an open database is never replaced', async () => {
    const backup = inFolder('backup.db')
    copyFileSync(database(), backup)
    const next = await begin()
    expect((await refusal(next.data.recovery.adopt(backup))).code).toBe('REFUSED')
    expect((await refusal(next.data.recovery.startOver())).code).toBe('REFUSED')
    await next.signIn(1)
    expect(readdirSync(folder).filter((name) => name.startsWith('set-aside-'))).toEqual([])
  })
})

describe('Start over', () => {
  beforeEach(company)

  it('leads to set-up; nothing is lost, and the new audit begins with where the old company is', async () => {
    truncateSync(database(), 30_000)
    const damaged = hash(database())
    const next = await begin()
    const name = await next.data.recovery.startOver()
    expect(hash(inFolder(name, 'staffdesk.db'))).toBe(damaged)
    expect(readdirSync(inFolder(name)).sort()).toEqual(['installed.json', 'secrets.json', 'staffdesk.db'])
    expect(next.shown()).toBe('set-up')
    await next.setUp('Second')
    await next.data.close()
    const audit = new Sqlite(database())
    const [first] = audit.prepare('SELECT action, subject_name FROM audit_entry ORDER BY id').all()
    audit.close()
    expect(first).toEqual({ action: 'company.started_over', subject_name: name })
  })

  it('in two windows at once moves the company once', async () => {
    truncateSync(database(), 30_000)
    const next = await begin()
    const [one, other] = await Promise.allSettled([next.data.recovery.startOver(), next.data.recovery.startOver()])
    expect([one.status, other.status]).toEqual(['fulfilled', 'rejected'])
    expect(readdirSync(folder).filter((name) => name.startsWith('set-aside-'))).toHaveLength(1)
  })
})

describe('what is found in the background', () => {
  /** Settles with the next line of the log that holds the text. */
  function lineOf({ log }: Start, text: string): Promise<void> {
    return new Promise((resolve) => {
      const lines = log.lines as string[]
      const push = lines.push.bind(lines)
      lines.push = (...added) => {
        if (added.some((line) => line.includes(text))) resolve()
        return push(...added)
      }
    })
  }

  const tamper = () =>
    change(database(), "DROP TRIGGER audit_entry_is_never_changed; UPDATE audit_entry SET action = 'nothing'")

  beforeEach(company)

  it('opens the recovery screen over whatever is shown, ends the sessions and closes the data', async () => {
    tamper()
    const next = await begin()
    await next.signIn(1)
    const open = next.company()
    const broken = lineOf(next, 'verification: audit-broken')
    next.data.keepVerifying()
    await broken
    expect(await next.data.recovery.reopen()).toBe(true)
    expect(next.problems.map(({ kind }) => kind)).toEqual(['audit-broken'])
    await expect(open.lifecycle.find(1)).resolves.toEqual({ kind: 'none' })
    await expect(open.minimumPasswordLength()).rejects.toMatchObject({ kind: 'closed' })
  })

  it('is looked for again in whatever is opened after it', async () => {
    tamper()
    const next = await begin()
    const broken = lineOf(next, 'verification: audit-broken')
    next.data.keepVerifying()
    await broken
    const again = lineOf(next, 'verification: audit-broken')
    await next.data.recovery.reopen()
    await again
    expect(next.log.lines.filter((line) => line.includes('company opened'))).toHaveLength(2)
  })

  it('is looked for in a company that was set up after the window was shown', async () => {
    removeTestFolder(folder)
    mkdirSync(folder)
    const first = await begin()
    first.data.keepVerifying()
    const verified = lineOf(first, 'data verified')
    await first.setUp()
    await verified
    expect(existsSync(inFolder('audit-head.json'))).toBe(true)
  })

  it('is looked for once however many windows are shown, and no more once the data is closed', async () => {
    const next = await begin()
    const verified = lineOf(next, 'data verified')
    const before = next.clock.pending()
    next.data.keepVerifying()
    const once = next.clock.pending()
    for (let window = 0; window < 2; window += 1) next.data.keepVerifying()
    expect(once).toBeGreaterThan(before)
    expect(next.clock.pending()).toBe(once)
    await verified
    await next.data.close()
    expect(next.clock.pending()).toBe(0)
  })
})
