import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { numberPatternQuery } from '../../registry/number-queries.ts'
import { numberWords } from '../../registry/number-strings.ts'
import classes from './register.module.css'

interface NumberSuggestionProps {
  readonly value: string
  readonly onUse: (employeeNumber: string) => void
}

/** Offers the next free number where another one stands in the field. */
export function NumberSuggestion({ value, onUse }: NumberSuggestionProps) {
  const next = useQuery(numberPatternQuery).data?.next ?? null
  if (next === null || next === value) return null
  return (
    <Button variant="default" size="compact-sm" className={classes.suggestion} onClick={() => onUse(next)}>
      {numberWords.use(next)}
    </Button>
  )
}
