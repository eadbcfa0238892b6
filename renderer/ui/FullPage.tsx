import type { ReactNode } from 'react'
import classes from './FullPage.module.css'
import { Heading } from './Screen.tsx'
import { product } from './strings.ts'

interface FullPageProps {
  readonly title: string
  /** A line under the heading. */
  readonly lead?: ReactNode
  /** Stands in the corner across from the company's name. */
  readonly corner?: ReactNode
  readonly messages?: ReactNode
  /** Who the page belongs to, where that is known. */
  readonly company?: string | null
  readonly width?: 'narrow' | 'wide'
  /** False where a field takes the focus instead of the heading. */
  readonly focusHeading?: boolean
  readonly children: ReactNode
}

/** A page without the frame: what stands before, after and instead of a session. */
export function FullPage(props: FullPageProps) {
  const { title, lead, corner, messages, company, width = 'narrow', focusHeading, children } = props
  return (
    <div className={classes.page}>
      <header className={classes.top}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden />
          {company ?? product}
        </div>
        {corner}
      </header>
      <main className={classes.main} data-width={width}>
        {messages}
        <div className={classes.content}>
          <Heading title={title} takesFocus={focusHeading} />
          {lead && <p className={classes.lead}>{lead}</p>}
        </div>
        {children}
      </main>
    </div>
  )
}
