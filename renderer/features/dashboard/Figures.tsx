import { Link } from 'react-router'
import { pathOf } from '../../frame/paths.ts'
import { formatNumber } from '../../ui/format.ts'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

interface FiguresProps {
  readonly employees: number
  readonly signedInNow: number
}

/** The company in numbers; each number opens its list. */
export function Figures({ employees, signedInNow }: FiguresProps) {
  return (
    <div className={classes.figures}>
      <FigureLink to={pathOf('employees')} number={employees} name={words.employees} />
      <FigureLink to={pathOf('sessions')} number={signedInNow} name={words.signedInNow} />
    </div>
  )
}

interface FigureLinkProps {
  /** The path of the list that holds what is counted. */
  readonly to: string
  readonly number: number
  readonly name: string
}

export function FigureLink({ to, number, name }: FigureLinkProps) {
  return (
    <Link to={to} className={classes.figure}>
      <span className={classes.number}>{formatNumber(number)}</span> <span>{name}</span>
    </Link>
  )
}
