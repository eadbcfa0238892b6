import { z } from './zod.ts'

/** The screens that the Go menu, the rail and `--open=SCREEN` can ask for. */
export const screens = [
  'dashboard',
  'employees',
  'register-employee',
  'departments',
  'positions',
  'custom-fields',
  'sessions',
  'audit-log',
  'settings',
  'my-session',
  'directory',
  'team',
  'my-details',
  'profile',
] as const

export const screen = z.enum(screens)

export type Screen = (typeof screens)[number]
