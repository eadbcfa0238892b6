/** The words of signing in and of the ways back in. */
export const words = {
  heading: 'Employee Login',
  lead: 'Please complete the form below to login.',
  username: 'Username',
  password: 'Password',
  login: 'Login',
  forgot: 'Forgot your password?',
  forgotten: {
    heading: 'Forgot your password?',
    ask: 'Ask an administrator to reset it:',
    nobody: 'Ask an administrator of your company to reset it.',
    byCode: 'Reset it with the recovery code',
    byCodeHint: 'The code was shown when Staffdesk was set up. It is for the administrator who was created then.',
    recoveryCode: 'Recovery code',
    newPassword: 'New password',
    reset: 'Reset password',
    back: 'Back to login',
  },
  choose: {
    heading: 'Choose a new password',
    lead: (name: string): string =>
      `Welcome, ${name}. Your temporary password has done its work: replace it with your own.`,
    newPassword: 'New password',
    suggest: 'Suggest a passphrase',
    suggested: 'Write it down or remember it before you save it.',
    notSuggested: 'No passphrase could be suggested. Try again, or type a password of your own.',
    save: 'Save password',
    logOut: 'Log Out',
  },
} as const
