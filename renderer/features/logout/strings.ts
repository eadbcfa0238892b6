/** The words of the screen after a logout. */
export const words = {
  heading: 'Logged out',
  lead: 'You can close Staffdesk, or let the next person sign in.',
  back: 'Back to login',
} as const
