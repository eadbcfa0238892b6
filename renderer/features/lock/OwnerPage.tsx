import { Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Notice } from '../../../electron/contract/notice.ts'
import { FullPage } from '../../ui/FullPage.tsx'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { PasswordForm } from '../../ui/PasswordForm.tsx'

interface OwnerPageProps {
  readonly company: string | null
  /** Whose work stands behind the page. */
  readonly owner: string
  readonly lead: string
  readonly notice: Notice
  readonly submit: string
  readonly send: (password: string) => Promise<unknown>
  /** What can be done instead of giving the password. */
  readonly otherwise: ReactNode
  /** What else is to know, below the form. */
  readonly children: ReactNode
}

/** Stands in the place of everything until the owner of the work behind it gives their password. */
export function OwnerPage({ company, owner, lead, notice, submit, send, otherwise, children }: OwnerPageProps) {
  return (
    <FullPage
      company={company}
      title={owner}
      lead={lead}
      focusHeading={false}
      messages={<NoticeAlert notice={notice} />}
    >
      <Stack gap="md">
        <PasswordForm submit={submit} send={send}>
          {otherwise}
        </PasswordForm>
        {children}
      </Stack>
    </FullPage>
  )
}
