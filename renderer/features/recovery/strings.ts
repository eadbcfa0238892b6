/** The words of the screen that stands where the company's data cannot be opened. */
export const words = {
  heading: 'Staffdesk cannot open its data',
  whatHappened: 'What happened',
  whatIsSafe: 'What is safe',
  folder: 'Folder',
  tryAgain: 'Try again',
  chooseFile: 'Choose a database file or backup',
  showFolder: 'Show folder',
  startOver: 'Start over',
  stillClosed: 'The data still cannot be opened',
  failed: 'That did not work',
  dialog: {
    title: 'Start over with an empty company?',
    detail: 'Everything is moved to a folder of its own beside the new data. Nothing is deleted.',
    confirmation: (text: string): string => `Type “${text}” to start over`,
    differs: (text: string): string => `Type “${text}” exactly as it stands here.`,
    confirm: 'Move everything aside',
    cancel: 'Cancel',
  },
} as const
