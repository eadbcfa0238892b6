import type { ReactNode } from 'react'
import classes from './Particulars.module.css'

/** What is told, and what it is called. */
export interface Particular {
  readonly name: string
  readonly value: ReactNode
}

/** What is told of somebody or something, line by line, not to be changed here. */
export function Particulars({ lines }: { readonly lines: readonly Particular[] }) {
  return (
    <dl className={classes.particulars}>
      {lines.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
