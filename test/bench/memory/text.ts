import type { SuiteText } from '../report/markdown.ts'

/** What docs/performance.md says of the suite, besides its figures. */
export const memoryText: SuiteText = {
  title: 'Memory',
  picture: 'performance-memory.svg',
  method: [
    `The built application over a company of 1,000, in one window. A round is: sign in, open the list of employees, search,
open a record and go back, register somebody, sign out. After a few rounds everything that is not held any more is
collected, in the main process and in the page, and what is left is noted. The figure is the trend (Theil and Sen) once
the first quarter of the rounds, in which compilers and caches fill, is over: thousands of bytes that each round leaves
behind. What the main process holds outside V8 is in its resident memory, which no collection gives back at once.`,
  ],
  reasons: {},
}
