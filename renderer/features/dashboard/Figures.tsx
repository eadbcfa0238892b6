import { Link } from 'react-router'
import type { Screen } from '../../../electron/contract/screens.ts'
import { pathOf } from '../../app/paths.ts'
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
      <Figure list="employees" number={employees} name={words.employees} />
      <Figure list="sessions" number={signedInNow} name={words.signedInNow} />
    </div>
  )
}

function Figure({ list, number, name }: { list: Screen; number: number; name: string }) {
  return (
    <Link to={pathOf(list)} className={classes.figure}>
      <span className={classes.number}>{formatNumber(number)}</span> <span>{name}</span>
    </Link>
  )
}
