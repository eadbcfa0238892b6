import { describe, expect, it } from 'vitest'
import { recoveryCalls } from '../../electron/contract/recovery.ts'
import { describeProblem } from '../../electron/recovery/problems.ts'
import { createRecoveryHandlers, nothingToRecover, type RecoveryParts } from '../../electron/recovery/recovery.ts'
import { refusal } from '../employees/office.ts'

/** The handlers in front of data that only writes down what it is asked for. */
function arrange(more: Partial<RecoveryParts> = {}) {
  const acts: string[] = []
  const handlers = createRecoveryHandlers({
    problem: () => describeProblem('database-missing', '/data', 'Café Ångström'),
    reopen: async () => acts.push('reopened') > 0,
    chooseDatabaseFile: async (windowId) => `/chosen/by-window-${windowId}.db`,
    adopt: async (file) => acts.push(`adopted ${file}`) > 0,
    showFolder: async () => void acts.push('showed the folder'),
    startOver: async () => {
      acts.push('started over')
      return 'set-aside-1'
    },
    ...more,
  })
  const caller = { windowId: 7 }
  return {
    acts,
    tryAgain: () => handlers.tryAgain({}, caller),
    chooseFile: () => handlers.chooseFile({}, caller),
    showFolder: () => handlers.showFolder({}, caller),
    startOver: (confirmation: string) =>
      handlers.startOver(recoveryCalls.startOver.input.parse({ confirmation }), caller),
  }
}

const isOpen = { problem: () => null }

describe('Try again', () => {
  it.each([true, false])('answers whether the data opened: %s', async (opened) => {
    expect(await arrange({ reopen: async () => opened }).tryAgain()).toEqual({ opened })
  })

  it('leads on where another window has ended the recovery', async () => {
    expect(await arrange({ ...isOpen, reopen: async () => true }).tryAgain()).toEqual({ opened: true })
  })
})

describe('Choose a database file or backup', () => {
  it('adopts what the person chose in the window that asked', async () => {
    const { chooseFile, acts } = arrange()
    expect(await chooseFile()).toEqual({ opened: true })
    expect(acts).toEqual(['adopted /chosen/by-window-7.db'])
  })

  it('does nothing when the person cancels', async () => {
    const { chooseFile, acts } = arrange({ chooseDatabaseFile: async () => null })
    expect(await chooseFile()).toEqual({ opened: false })
    expect(acts).toEqual([])
  })

  it('passes a refusal on', async () => {
    const adopt = () => Promise.reject(nothingToRecover())
    expect((await refusal(arrange({ adopt }).chooseFile())).code).toBe('REFUSED')
  })

  it('is refused, without a dialog, while the data is open', async () => {
    const { chooseFile, acts } = arrange({
      ...isOpen,
      chooseDatabaseFile: async () => {
        acts.push('asked')
        return null
      },
    })
    expect((await refusal(chooseFile())).code).toBe('REFUSED')
    expect(acts).toEqual([])
  })
})

describe('Show folder', () => {
  it('shows it, but tells nobody where it lies while the data is open', async () => {
    const inRecovery = arrange()
    await inRecovery.showFolder()
    expect(inRecovery.acts).toEqual(['showed the folder'])
    const open = arrange(isOpen)
    expect((await refusal(open.showFolder())).code).toBe('REFUSED')
    expect(open.acts).toEqual([])
  })
})

describe('Start over', () => {
  it.each(['Café Ångström', '  Café Ångström ', 'Café Ångström'.normalize('NFD')])(
    'needs the name of the company, however the keyboard writes it: %j',
    async (typed) => {
      const { startOver, acts } = arrange()
      expect(await startOver(typed)).toEqual({ setAside: 'set-aside-1' })
      expect(acts).toEqual(['started over'])
    },
  )

  it.each(['', 'start over', 'café ångström', 'Café Ångström & Co'])('moves nothing for %j', async (typed) => {
    const { startOver, acts } = arrange()
    const error = await refusal(startOver(typed))
    expect(error.code).toBe('INVALID_INPUT')
    expect(error.fields?.confirmation).toContain('Café Ångström')
    expect(acts).toEqual([])
  })

  it('takes the fixed phrase where the name is not known', async () => {
    const { startOver } = arrange({ problem: () => describeProblem('marker-broken', '/data', null) })
    expect(await startOver('start over')).toEqual({ setAside: 'set-aside-1' })
  })

  it.each([
    ['nothing may be moved', () => describeProblem('not-writable', '/data', 'Café Ångström')],
    ['the data is open', () => null],
  ])('is refused where %s', async (_why, problem) => {
    const { startOver, acts } = arrange({ problem })
    expect((await refusal(startOver('Café Ångström'))).code).toBe('REFUSED')
    expect(acts).toEqual([])
  })
})
