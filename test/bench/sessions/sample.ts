/** What the sessions that are measured hold: what one of Staffdesk's holds, and a number that changes. */
export const sampleData = { user: 'ada.lovelace', theme: 'dark', visits: 1 } as const

/** Seconds that they last. */
export const sampleAge = 1_209_600
