/** The words of the first run. */
export const words = {
  heading: 'Set up Staffdesk',
  lead: 'Name your company and create its first administrator, who registers everybody else.',
  companyName: 'Company name',
  fullName: 'Full name',
  username: 'Username',
  usernameHint: '3 to 64 letters, digits and . _ - @',
  password: 'Password',
  create: 'Create administrator',
  goOn: 'See what is there',
} as const
