import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect } from 'vitest'
import type { StartState } from '../../electron/contract/application.ts'
import type { CompanyFigures } from '../../electron/contract/dashboard.ts'
import { everybody } from '../../electron/contract/employee-filter.ts'
import type { CallError } from '../../electron/contract/errors.ts'
import type { Notice } from '../../electron/contract/notice.ts'
import type { SessionView } from '../../electron/contract/session-view.ts'
import { App } from '../../renderer/app/App.tsx'
import { Providers } from '../../renderer/app/providers.tsx'
import { fakeBridge } from './fake-bridge.ts'
// The renderer loads these when they are asked for; tests have them at hand, so that none waits for a file's translation.
import '../../renderer/features/audit/AuditLogScreen.tsx'
import '../../renderer/features/employees/ArchivedScreen.tsx'
import '../../renderer/features/dashboard/CompanyFigures.tsx'
import '../../renderer/features/dashboard/OwnCard.tsx'
import '../../renderer/features/dashboard/TeamSection.tsx'
import '../../renderer/features/directory/DirectoryScreen.tsx'
import '../../renderer/features/directory/MyDetailsScreen.tsx'
import '../../renderer/features/directory/PersonScreen.tsx'
import '../../renderer/features/chart/ChartScreen.tsx'
import '../../renderer/features/employees/EmployeeScreen.tsx'
import '../../renderer/features/employees/EmployeesScreen.tsx'
import '../../renderer/features/employees/RegisterScreen.tsx'
import '../../renderer/features/imports/ImportScreen.tsx'
import '../../renderer/features/organisation/DepartmentsScreen.tsx'
import '../../renderer/features/organisation/PositionsScreen.tsx'
import '../../renderer/features/sessions/SessionsScreen.tsx'
import '../../renderer/features/settings/SettingsScreen.tsx'
import '../../renderer/features/team/MemberScreen.tsx'
import '../../renderer/features/team/TeamScreen.tsx'

export const adminSession: SessionView = {
  accountId: 1,
  username: 'ada',
  displayName: 'Ada Admin',
  role: 'admin',
  computer: 'front-desk',
  startedAt: '2026-11-20T08:00:00.000Z',
  expiresAt: '2026-11-20T20:00:00.000Z',
  mustChoosePassword: false,
  theme: null,
}

export const sessionCreated: Notice = { tone: 'status', title: 'Session Created', detail: 'It lasts up to 12 hours.' }

export const loginRequired: Notice = { tone: 'alert', title: 'Login Required', detail: 'Sign in to see that screen.' }

/** A reply that fails. */
export const failing = (error: CallError) => ({ ok: false, error }) as const

/** What a window starts with; signed out in an open company unless told otherwise. */
export const startState = (more: Partial<StartState> = {}): StartState => ({
  version: '1.0.0',
  platform: 'linux',
  company: 'Acme Office',
  minimumPasswordLength: 15,
  problems: [],
  show: { screen: 'login', notice: null, destination: null },
  ...more,
})

/** The dashboard's answer for a session. */
export const dashboardOf = (session: SessionView) => ({
  company: 'Acme Office',
  session,
  recentSessions: [],
  administration: session.role === 'admin' ? { employees: 3, signedInNow: 1 } : null,
})

const nobody = { count: 0, filter: everybody }

/** A company of which there is nothing to show. */
export const noFigures: CompanyFigures = {
  headcount: nobody,
  departments: [],
  types: [],
  months: [],
  probationsEnding: nobody,
  contractsEnding: nobody,
  registeredLately: [],
}

/** Starts the whole renderer over the fake bridge, as a window would. */
export async function renderApp(start: StartState) {
  fakeBridge.answer('application', 'start', () => start)
  const user = userEvent.setup({ delay: null })
  await act(async () => {
    render(
      <Providers nonce="" env="test">
        <App />
      </Providers>,
    )
  })
  return user
}

/** Starts the renderer with somebody signed in. */
export async function renderSignedIn(session: SessionView = adminSession, notice: Notice | null = null) {
  fakeBridge.answer('dashboard', 'read', () => dashboardOf(session))
  fakeBridge.answer('dashboard', 'company', () => noFigures)
  fakeBridge.answer('dashboard', 'signIns', () => ({ accountsNeverUsed: nobody, days: [] }))
  fakeBridge.answer('dashboard', 'team', () => ({ members: 0, types: [], ending: [] }))
  fakeBridge.answer('directory', 'readOwn', () => ({ own: null }))
  return await renderApp(startState({ show: { screen: 'signed-in', session, notice, destination: null } }))
}

/** Sends an event of the main process and lets the page settle. */
export async function emit(...args: Parameters<typeof fakeBridge.emit>): Promise<void> {
  await act(async () => fakeBridge.emit(...args))
}

/** What the message on the screen says, once it is there. */
export async function told(role: 'status' | 'alert'): Promise<string> {
  const box = await screen.findByRole(role)
  await waitFor(() => expect(box.textContent).not.toBe(''))
  return box.textContent
}
