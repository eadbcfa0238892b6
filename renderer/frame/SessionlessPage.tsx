import type { ComponentProps } from 'react'
import { FullPage } from '../ui/FullPage.tsx'
import { NoticeBanner } from './notice.tsx'
import { StartProblems } from './StartProblems.tsx'
import { useStart } from './session.ts'

/** A page outside the frame, with the company's name and the messages that belong on it. */
export function SessionlessPage({
  children,
  ...others
}: Omit<ComponentProps<typeof FullPage>, 'company' | 'messages'>) {
  const { company } = useStart()
  return (
    <FullPage
      company={company}
      messages={
        <>
          <StartProblems />
          <NoticeBanner />
        </>
      }
      {...others}
    >
      {children}
    </FullPage>
  )
}
