import type { SimilarEmployee } from '../../electron/contract/employee-numbers.ts'

/** The words of employee numbers by a pattern, and of people who may be registered already. */
export const numberWords = {
  heading: 'Employee numbers',
  pattern: 'Pattern',
  hint: 'The running number as zeros in braces, such as E-{0000}. Empty: no number is suggested.',
  next: (number: string): string => `The next number is ${number}.`,
  none: 'No number is suggested.',
  save: 'Save pattern',
  saved: 'Pattern saved',
  failure: 'The pattern could not be loaded',
  loading: 'Loading the pattern',
  use: (number: string): string => `Use ${number}`,
  similar: {
    title: 'Registered already?',
    absent: 'left or archived',
    reasons: {
      number: 'same number',
      'similar-number': 'similar number',
      email: 'same work email',
      name: 'same name',
      'name-and-birth': 'same name and date of birth',
    } satisfies Record<SimilarEmployee['reasons'][number], string>,
  },
} as const
