import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { admin, loginToDashboard, setUpCompany } from '../../e2e/people.ts'
import { measureInRounds, type Rounds, type Subject } from '../measure/rounds.ts'
import { estimateMedian, median, summarize } from '../measure/statistics.ts'
import type { Table } from '../report/finding.ts'
import { type BenchParts, us } from './parts.ts'
import { callTarget } from './targets.ts'

const plan = { rounds: 40, warmUp: 10, times: 20 }
/** Calls behind one another that are timed as one: a page's clock shows tenths of a millisecond. */
const burst = 10
const empty = 'an empty call'

/**
 * One's own session, asked for by the page of the built application and answered from its rows, beside a call over the
 * same channel whose handler does nothing.
 */
export async function measureCall({ folder, random }: BenchParts): Promise<readonly Table[]> {
  const dataFolder = join(folder, 'call')
  mkdirSync(dataFolder)
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...environment } = process.env
  const app = await _electron.launch({
    args: [resolve('out/main/main.js'), `--user-data-dir=${dataFolder}`],
    env: Object.fromEntries(
      Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  })
  try {
    const page = await app.firstWindow()
    await setUpCompany(page)
    await loginToDashboard(page, admin.username, admin.password)
    await emptyHandler(app)
    const subjects: Subject[] = [
      { name: us, run: (times) => page.evaluate(timeReadOwn, { times, burst }) },
      { name: empty, run: (times) => page.evaluate(timeEmpty, { times, burst }) },
    ]
    const bursts = await measureInRounds(subjects, plan, random)
    const [ours = [], empties = []] = [bursts.get(us), bursts.get(empty)]
    return [tableOf(ours, empties, random)]
  } finally {
    await stop(app)
  }
}

/** From here on this call only goes there and back. */
function emptyHandler(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('application.showing')
    ipcMain.handle('application.showing', () => ({ ok: true, value: {} }))
  })
}

interface Bursts {
  readonly times: number
  readonly burst: number
}

/** Runs in the page: answers what a call took in each burst, in microseconds. */
async function timeReadOwn({ times, burst }: Bursts): Promise<number[]> {
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now()
    for (let call = 0; call < burst; call += 1) {
      const { ok } = await window.staffdesk.sessions.readOwn({})
      if (!ok) throw new Error('the call was refused')
    }
    taken.push(((performance.now() - begun) * 1000) / burst)
  }
  return taken
}

/** As `timeReadOwn`, of the call that does nothing. */
async function timeEmpty({ times, burst }: Bursts): Promise<number[]> {
  const taken: number[] = []
  for (let count = 0; count < times; count += 1) {
    const begun = performance.now()
    for (let call = 0; call < burst; call += 1) await window.staffdesk.application.showing({ screen: 'dashboard' })
    taken.push(((performance.now() - begun) * 1000) / burst)
  }
  return taken
}

function tableOf(ours: Rounds, empties: Rounds, random: () => number): Table {
  const { value, low, high } = estimateMedian(
    ours.map((round, index) => (median(round) - median(empties[index] ?? [])) / 1000),
    random,
  )
  return {
    title: 'A whole call, from the page to the row and back',
    findings: [
      {
        id: 'call/sessions.readOwn',
        what: 'sessions.readOwn, less an empty call',
        ours: summarize(ours.flat()),
        peer: empty,
        peers: summarize(empties.flat()),
        value,
        interval: [low, high],
        unit: 'ms',
        target: callTarget,
        note: `Each sample is the mean of ${burst} calls, on ${process.env.ELECTRON_OVERRIDE_DIST_PATH ? 'the stand-in for Electron' : 'Electron itself'}.`,
      },
    ],
  }
}

/** Stops it as the system does when it shuts down: nothing is asked. */
async function stop(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}
