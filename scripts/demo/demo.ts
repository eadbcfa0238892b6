import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../build.ts'
import { setUp as setUpMachine } from '../set-up.ts'
import {
  firstLogin,
  lookAtOrganisation,
  lookRoundAndLeave,
  organise,
  register,
  registerColleagues,
  setUp,
} from './administrator.ts'
import { addCustomFields, lookAtCustomFields } from './custom-fields.ts'
import { comeBack, firstLogin as employeesFirstLogin, forgetPassword, meetLimits } from './employee.ts'
import { twoWeeks } from './everyday.ts'
import { importEmployees } from './imports.ts'
import { archiveAndPurge } from './leaving.ts'
import { changeMany, narrowTheList } from './list.ts'
import { findTheWay, lookAtFigures, lookRoundAsManager } from './people.ts'
import { lookAtARecord, numberAndRecognise } from './record.ts'
import { leaveTheDesk, lookAfterSessions, nearTheLimit } from './sessions.ts'
import { openStage, type Stage } from './stage.ts'

const PICTURES = 'docs/screenshots'

/** People take their time; far less than the idle end. */
const MINUTES_BETWEEN_ACTS = 7

const acts: readonly (readonly [string, (stage: Stage) => Promise<void>])[] = [
  ['The company is set up', setUp],
  ['The administrator logs in', firstLogin],
  ['Departments and positions are added', organise],
  ['An employee is registered', register],
  ['Custom fields are added', addCustomFields],
  ['59 colleagues are registered', registerColleagues],
  ['The administrator looks at departments and positions', lookAtOrganisation],
  ['The administrator looks round and logs out', lookRoundAndLeave],
  ['The employee logs in for the first time', employeesFirstLogin],
  ['The employee meets limits', meetLimits],
  ['Two weeks go by', twoWeeks],
  ['The administrator looks at the company in figures', lookAtFigures],
  ['The list is narrowed down and kept as a view', narrowTheList],
  ['Many employees are changed at once and exported', changeMany],
  ['Employees are imported', importEmployees],
  ['An employee gets a photo and another place', lookAtARecord],
  ['Numbers come by a pattern, and somebody is recognised', numberAndRecognise],
  ['Custom fields are looked at', lookAtCustomFields],
  ['Those who left are archived', archiveAndPurge],
  ['The administrator finds the way', findTheWay],
  ['A manager looks round', lookRoundAsManager],
  ['The administrator looks after sessions', lookAfterSessions],
  ['The administrator leaves the desk, with work half done', leaveTheDesk],
  ['A session nears its limit', nearTheLimit],
  ['The administrator comes back, and leaves the computer alone', comeBack],
  ['Somebody forgets a password', forgetPassword],
]

/**
 * `npm run demo`: a made-up company in a temporary folder, walked through without anyone at the keyboard. It prints
 * each message of a session's life as it appears and saves a picture of every screen, light and dark. Clock and
 * random numbers are fixed, so that a second run changes no picture. Fails if any step does.
 */
export async function demo(): Promise<number> {
  const electron = await setUpMachine({ forTests: false })
  const built = await build()
  if (built !== 0) return built
  console.log(electron.line)
  // Playwright finds Electron by the environment of its own process.
  Object.assign(process.env, electron.environment)
  rmSync(PICTURES, { recursive: true, force: true })
  mkdirSync(PICTURES, { recursive: true })
  // One name in every run, because the recovery screen shows it.
  const dataFolder = join(tmpdir(), 'staffdesk-demo')
  rmSync(dataFolder, { recursive: true, force: true })
  try {
    const stage = await openStage(electron, dataFolder, PICTURES)
    try {
      for (const [title, act] of acts) {
        console.log(title)
        await act(stage)
        await stage.pass(MINUTES_BETWEEN_ACTS)
      }
    } finally {
      await stage.close()
    }
    console.log('The database is damaged')
    writeFileSync(join(dataFolder, 'staffdesk.db'), 'This is no database.')
    const damaged = await openStage(electron, dataFolder, PICTURES)
    try {
      await damaged.page.getByRole('heading', { name: 'Staffdesk cannot open its data' }).waitFor()
      await damaged.picture('recovery')
    } finally {
      await damaged.close()
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
  }
  console.log(`The pictures are in ${PICTURES}.`)
  return 0
}
