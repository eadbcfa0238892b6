import { describe, expect, it } from 'vitest'
import type { Screen } from '../../electron/contract/screens.ts'
import type { Found } from '../../electron/lifecycle/finding.ts'
import { createOpenScreen, type OpenScreenParts } from '../../electron/start/open-screen.ts'
import { createTestLog } from '../accounts/support/log.ts'

const signedIn = { kind: 'signed-in', signedIn: {} } as Found
const nobody: Found = { kind: 'none' }
const ended: Found = { kind: 'ended', notice: { tone: 'alert', title: 'Session Expired', detail: 'After 1 hour.' } }

/** Windows 1 and 2, of which 2 was used last. */
function arrange(found: Found | Error, parts: Partial<OpenScreenParts> & { open?: number[] } = {}) {
  const { open = [1, 2], ...others } = parts
  const acts: unknown[] = []
  const shown: { windowId: number; screen: Screen; title: string | undefined }[] = []
  const log = createTestLog()
  const openScreen = createOpenScreen({
    atStart: null,
    windows: {
      ids: () => open,
      open: () => acts.push('opened a window'),
      focusLast: () => {
        acts.push('focused')
        return 2
      },
    },
    lifecycle: () => ({
      find: async (windowId) => {
        acts.push(`asked who is at ${windowId}`)
        if (found instanceof Error) throw found
        return found
      },
    }),
    show: (windowId, screen, notice) => shown.push({ windowId, screen, title: notice?.title }),
    log,
    ...others,
  })
  return { openScreen, acts, shown, log }
}

describe('a screen that is asked for', () => {
  it.each([
    ['is shown to who is signed in', signedIn, undefined],
    ['asks to log in', nobody, 'Login Required'],
    ['tells instead how the session ended', ended, 'Session Expired'],
  ])('%s', async (_name, found, title) => {
    const { openScreen, shown } = arrange(found)
    await openScreen.ask(1, 'employees')
    expect(shown).toEqual([{ windowId: 1, screen: 'employees', title }])
  })

  it('without a window is shown in the one used last, brought to the front', async () => {
    const { openScreen, acts, shown } = arrange(signedIn)
    await openScreen.ask(null, 'dashboard')
    expect(acts).toEqual(['focused', 'asked who is at 2'])
    expect(shown).toEqual([{ windowId: 2, screen: 'dashboard', title: undefined }])
  })

  it('where no window is open waits for the one that opens, once', async () => {
    const { openScreen, acts, shown } = arrange(signedIn, { open: [] })
    await openScreen.ask(null, 'employees')
    expect([acts, shown]).toEqual([['opened a window'], []])
    expect([openScreen.take(), openScreen.take()]).toEqual(['employees', null])
  })

  it('on the command line waits for the first window that asks', () => {
    const { openScreen } = arrange(nobody, { atStart: 'register-employee' })
    expect([openScreen.take(), openScreen.take()]).toEqual(['register-employee', null])
  })

  it('is not shown over set-up or recovery, but the window comes to the front', async () => {
    const { openScreen, acts, shown } = arrange(nobody, { lifecycle: () => null })
    await openScreen.ask(null, 'employees')
    expect([acts, shown]).toEqual([['focused'], []])
  })

  it('is logged and nothing worse where the database fails', async () => {
    const { openScreen, shown, log } = arrange(new Error('disk on fire'))
    await openScreen.ask(1, 'employees')
    expect(shown).toEqual([])
    expect(log.lines).toEqual(['error the screen employees could not be opened Error: disk on fire'])
  })
})
