import { Link } from 'react-router'
import { pathOf } from '../../app/paths.ts'
import { formatNumber } from '../../ui/format.ts'
import classes from './Dashboard.module.css'
import { words } from './strings.ts'

interface FiguresProps {
  readonly employees: number
  readonly signedInNow: number
}

/** The company in numbers; a number with a list opens it. */
export function Figures({ employees, signedInNow }: FiguresProps) {
  return (
    <div className={classes.figures}>
      <Link to={pathOf('employees')} className={classes.figure}>
        <span className={classes.number}>{formatNumber(employees)}</span> <span>{words.employees}</span>
      </Link>
      <div className={classes.figure}>
        <span className={classes.number}>{formatNumber(signedInNow)}</span> <span>{words.signedInNow}</span>
      </div>
    </div>
  )
}
