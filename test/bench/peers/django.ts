import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Subject } from '../measure/rounds.ts'
import type { OperationName } from '../sessions/operations.ts'
import type { Synchronous } from './synchronous.ts'

/** Debian's own Python, the one that its package `python3-django` is for. */
const python = '/usr/bin/python3'

/** What its process can be asked to do; see `OPERATIONS` in django_peer.py. */
export type DjangoOperation = OperationName | 'cached-load' | 'signed-encode' | 'signed-decode' | 'login'

/** Django in a process of its own, which times itself, so that the way there and back costs nothing. */
export interface Django<Operation extends string = DjangoOperation> {
  subject(operation: Operation): Subject
  close(): void
}

/** Django for Debian's Python, with the versions of what it runs on; null where it is not installed. */
export function djangoVersion(): string | null {
  const asked =
    'import django, platform, sqlite3;' +
    'print(f"{django.get_version()}, Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}")'
  const { status, stdout } = spawnSync(python, ['-c', asked], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : null
}

/**
 * Starts it over an empty folder, with a thousand sessions and fifty accounts. Null where it is not installed.
 * @param data what each of its sessions holds
 */
export async function startDjango(folder: string, synchronous: Synchronous, data: object): Promise<Django | null> {
  const started = await start<DjangoOperation>('django_peer.py', [folder, synchronous, JSON.stringify(data)])
  if (started === null) return null
  const { journal, synchronous: mode } = started.settings
  if (journal !== 'wal' || mode !== (synchronous === 'FULL' ? 2 : 1)) {
    started.django.close()
    throw new Error(`Django runs with journal ${String(journal)} and synchronous ${String(mode)}`)
  }
  return started.django
}

/**
 * Starts its ORM over a copy of a company's database; asked for a column it reads the first page by it. Null where it is
 * not installed.
 */
export async function startDjangoEmployees(folder: string, file: string): Promise<Django<string> | null> {
  const copy = join(folder, 'django.db')
  copyFileSync(file, copy)
  return (await start<string>('django_employees.py', [copy]))?.django ?? null
}

interface Started<Operation extends string> {
  readonly django: Django<Operation>
  /** How its database runs. */
  readonly settings: Readonly<Record<string, unknown>>
}

async function start<Operation extends string>(
  script: string,
  given: readonly string[],
): Promise<Started<Operation> | null> {
  if (djangoVersion() === null) return null
  const child = spawn(python, [join(import.meta.dirname, script), ...given], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const answer = async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error('Django ended; its reason stands above')
    return JSON.parse(value) as unknown
  }
  return {
    settings: (await answer()) as Readonly<Record<string, unknown>>,
    django: {
      subject: (operation) => ({
        name: 'Django',
        run: async (times) => {
          ask(child, { op: operation, times })
          return ((await answer()) as number[]).map((nanoseconds) => nanoseconds / 1000)
        },
      }),
      close: () => child.stdin.end(),
    },
  }
}

function ask({ stdin }: ChildProcess, request: object): void {
  stdin?.write(`${JSON.stringify(request)}\n`)
}
