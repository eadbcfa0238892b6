import { Anchor } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { SimilarEmployee } from '../../../electron/contract/employee-numbers.ts'
import { employeePath } from '../../registry/employee-paths.ts'
import { numberPatternQuery, similarQuery } from '../../registry/number-queries.ts'
import { numberWords } from '../../registry/number-strings.ts'
import classes from './register.module.css'
import type { RegistrationValues } from './registration.ts'

const words = numberWords.similar

/** How long the typing has to rest before main is asked, in milliseconds. */
const restMs = 300

type Typed = Pick<RegistrationValues, 'employeeNumber' | 'firstName' | 'lastName' | 'dateOfBirth' | 'workEmail'>

/** Who may be the person that is being registered. It warns and holds up nobody: two people may share a name. */
export function SimilarEmployees({ values }: { values: Typed }) {
  const suggested = useQuery(numberPatternQuery).data?.next
  const { firstName, lastName, dateOfBirth, workEmail } = values
  // Numbers that follow each other are all alike: the suggested one is free, which is all there is to know.
  const employeeNumber = values.employeeNumber === suggested ? '' : values.employeeNumber
  const [typed] = useDebouncedValue(
    JSON.stringify({ employeeNumber, firstName, lastName, dateOfBirth, workEmail }),
    restMs,
  )
  const asked = JSON.parse(typed) as Typed
  const isEmpty = Object.values(asked).every((value) => value === '')
  const { data = [] } = useQuery({ ...similarQuery(asked), enabled: !isEmpty })
  const similar = isEmpty ? [] : data
  return (
    // Always there, so that it is read out when it fills.
    <div role="status" className={classes.similar}>
      {similar.length > 0 && (
        <>
          <p>{words.title}</p>
          <ul>
            {similar.map((employee) => (
              <li key={employee.id}>
                <Anchor component={Link} to={employeePath(employee.id)}>
                  {employee.name}
                </Anchor>{' '}
                {inWords(employee)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

const inWords = ({ employeeNumber, reasons, isPresent }: SimilarEmployee): string =>
  [employeeNumber, ...reasons.map((reason) => words.reasons[reason]), ...(isPresent ? [] : [words.absent])].join(', ')
