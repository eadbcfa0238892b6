import type { Screen } from '../../electron/contract/screens.ts'

/** Where each screen stands in the window's history. */
export const paths = {
  setUp: '/set-up',
  recovery: '/recovery',
  login: '/login',
  forgotPassword: '/forgot-password',
  choosePassword: '/choose-password',
  loggedOut: '/logged-out',
  dashboard: '/dashboard',
} as const

const screenPaths: Readonly<Record<Screen, string>> = {
  dashboard: paths.dashboard,
  employees: '/employees',
  'register-employee': '/employees/register',
  departments: '/departments',
  positions: '/positions',
  'custom-fields': '/custom-fields',
  'organisation-chart': '/organisation-chart',
  sessions: '/sessions',
  'audit-log': '/audit-log',
  settings: '/settings',
  directory: '/directory',
  team: '/team',
  'my-details': '/my-details',
  'my-session': '/my-session',
  profile: '/profile',
}

/** The path of a screen as the main process names it. */
export const pathOf = (screen: Screen): string => screenPaths[screen]

/** The screen, as the main process names it, to which a path belongs; null where it has no name there. */
export function screenOf(path: string): Screen | null {
  const named = Object.entries(screenPaths) as [Screen, string][]
  const exact = named.find(([, own]) => own === path) ?? named.find(([, own]) => path.startsWith(`${own}/`))
  return exact?.[0] ?? null
}
