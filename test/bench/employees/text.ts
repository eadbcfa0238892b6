import type { SuiteText } from '../report/markdown.ts'
import { reasons } from './reasons.ts'

/** What docs/performance.md says of the suite, besides its figures. */
export const employeesText: SuiteText = {
  title: 'Employees',
  picture: 'performance-employees.svg',
  method: [
    `The company is the one of \`npm run generate -- --employees 100000\`. Ours is what the call \`employees.list\` does, on
plain Node: rules, the \`Database\` port, SQLite with all its settings; each time the first 100 employees with department,
position, manager and account, and the total. "Prepared statements" is the limit: better-sqlite3 alone over the same file,
one statement for the total and one for the page, made into the same objects. Both must answer the same before they are
measured.`,
    `Django is Debian's, with the models of Staffdesk's own tables over a copy of the file, so with the same indexes: one
\`select_related\` query for the page, without the total. It times itself in a process of its own.`,
    `A search with the raw index is \`MATCH\`, a join and a sort by name. Ranked is what the list shows where no order is
asked for: first whose number or username it is, then those in whom every word begins a name, then the rest.`,
    `The import goes from a CSV file through the product's own threads into an empty company: reading, dry run, writing.
Beside it stand the same rows in all the tables (employees, numbers, assignments, audit with its values, what undoing
needs), copied by prepared statements in one transaction, and the index made of them at once; nothing is read from a file,
checked, folded or hashed there. Memory is that of the whole process, looked at with each message of progress.`,
    `Whole calls, typing and scrolling are those of the built application over that company, driven as a person would: its
preload marks each answer in the page's own timeline. A whole call stands beside one over the same channel that brings
the same answer from where it is kept, so that what is measured is the reading and not the sending. A letter is typed when what the one before it found is in sight.
The time runs from the answer to the end of the frame that shows it, beside an empty call after which one word of the
page changes: a frame comes when it comes, up to 16.7 ms later, whatever has to be painted. The browser tells of tasks
of 50 ms and more; 0 means that there was none.`,
  ],
  reasons,
}
