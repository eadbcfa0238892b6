import { fieldWords } from '../../registry/strings.ts'

export const slipWords = {
  heading: 'Sign-in slip',
  hint: 'The temporary password is shown only now. Print or copy the slip and hand it over in person.',
  company: 'Company',
  name: 'Name',
  username: fieldWords.username,
  temporaryPassword: fieldWords.temporaryPassword,
  validUntil: 'Valid until',
  instructions: 'Sign in to Staffdesk with this username and password. You will then choose a password of your own.',
  copy: 'Copy',
  copied: 'Copied. The clipboard is cleared after 60 seconds.',
  print: 'Print',
  copyFailed: 'The slip could not be copied. Print it, or write the password down.',
  printFailed: 'The slip was not printed.',
} as const
