import { useQuery } from '@tanstack/react-query'
import { administratorsQuery } from '../login/queries.ts'
import { words } from './strings.ts'

/** Whom to ask where something that one reads is to be changed: a sentence, to stand in a paragraph. */
export function AskAdministrators() {
  const { data } = useQuery(administratorsQuery)
  if (data === undefined || data.names.length === 0) return null
  return words.own.ask(data.names)
}
