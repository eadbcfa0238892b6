import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'

/** Copies for at most a minute: main clears the clipboard again. */
export const copySecret = (text: string) => answerOf(staffdesk.application.copy({ text, secret: true }))

export const printWindow = () => answerOf(staffdesk.application.print({}))
