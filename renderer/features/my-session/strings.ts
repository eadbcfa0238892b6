/** The words of one's own session. */
export const words = {
  heading: 'My session',
  loading: 'Loading your session',
  failure: 'Your session could not be loaded',
  logOutEverywhere: {
    action: 'Log out everywhere',
    title: 'Log out everywhere?',
    detail:
      'All your sessions end on every computer, this one last. A kept draft is offered again when you next sign in.',
  },
  clear: {
    action: 'Clear session',
    title: 'Clear your session?',
    detail:
      'Every property that is yours is deleted: your theme, your draft and what else is listed. You stay signed in.',
  },
  messages: {
    heading: 'Messages',
    table: 'What you were told of your sessions, the newest first',
    when: 'When',
    message: 'Message',
    particulars: 'Particulars',
    nothing: { title: 'No messages', detail: 'What you are told of your sessions stays here.' },
  },
  properties: {
    heading: 'Session properties',
    table: 'Properties of your session, one in each row',
    name: 'Name',
    value: 'Value',
    purpose: 'What it is for',
    actions: 'Delete',
    remove: 'Delete',
    nothing: { title: 'No properties', detail: 'What Staffdesk remembers for you in this session appears here.' },
  },
} as const
