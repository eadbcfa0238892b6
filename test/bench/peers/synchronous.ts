/** How long SQLite waits for the disk: until a commit stands (what Staffdesk runs with), or until a checkpoint does. */
export type Synchronous = 'FULL' | 'NORMAL'
