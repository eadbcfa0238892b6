import type { SuiteText } from '../report/markdown.ts'
import { reasons } from './reasons.ts'

/** What docs/performance.md says of the suite, besides its figures. */
export const sessionsText: SuiteText = {
  title: 'Sessions',
  picture: 'performance-sessions.svg',
  method: [
    `Ours is the session framework as the application uses it, on plain Node: the engine, the \`Database\` port, SQLite with
all its settings. "Prepared statements" is the limit: better-sqlite3 alone, with one statement and no transaction of its
own for each act, over the same table with the same settings (secure deletion among them), a random key, its SHA-256,
JSON and HMAC-SHA256. The other stores are driven without the web framework around them, so without a signed cookie;
their rows are not signed. Django is Debian's, in a process of its own that times itself.`,
    `Every session holds a name, a theme and a number. Each store has a file of its own in WAL mode, all at the same
\`synchronous\`: Staffdesk runs with FULL. A thousand sessions stand in each from the beginning. \`synchronous\` is read back.`,
    `The login is the whole act of signing in but for Argon2: with us the count of the try and its taking back, the session,
its history and its audit entry; with Django \`authenticate\`, \`login\` and the saving of the session.`,
  ],
  reasons,
}
