import type { Theme } from '../../../electron/contract/session-view.ts'

/** The words of what a person sets for themselves. */
export const words = {
  heading: 'Profile',
  loading: 'Loading your profile',
  failure: 'Your profile could not be loaded',
  password: {
    heading: 'Password',
    lead: 'Your sessions on other computers end; this one goes on.',
    current: 'Current password',
    new: 'New password',
    change: 'Change password',
    changed: 'Password changed',
    changedDetail: 'Your sessions on other computers have ended.',
  },
  theme: {
    heading: 'Appearance',
    label: 'Theme',
    names: { light: 'Light', dark: 'Dark', system: 'System' } satisfies Record<Theme, string>,
    hints: {
      light: 'Dark words on white.',
      dark: 'Light words on black.',
      system: 'As the operating system of this computer is set.',
    } satisfies Record<Theme, string>,
    none: 'None chosen: Staffdesk looks as it is set on this computer.',
    own: 'Goes with you to every computer on which you sign in.',
    reset: "Use this computer's theme",
  },
} as const
