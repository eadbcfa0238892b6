/** The words of a session that is locked, comes to its limit or has to be gone on with. */
export const words = {
  unlock: 'Unlock',
  switchUser: 'Switch user',
  logOut: 'Log Out',
  endsIn: 'The session ends in',
  unsaved: 'There is unsaved work in this window. It is lost if you log out.',
  signInAgain: 'Sign in again',
  somebodyElse: 'Somebody else',
  workWaits: 'What you typed is still here. Sign in again to go on with it.',
  notYou: (name: string): string => `For ${name} only. Anybody else gets an empty login.`,
  later: 'Later',
  expiresIn: 'It ends in',
  locksIn: 'It locks in',
  confirm: { heading: 'Confirm it is you', lead: 'This needs your password once more.', confirm: 'Confirm' },
} as const
