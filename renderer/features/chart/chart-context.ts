import { createContext, use } from 'react'
import type { ChartPerson } from '../../../electron/contract/chart.ts'
import type { Openings } from './openings.ts'

/** An item of the chart by a name of its own. */
export type ItemKey = string

export const companyKey: ItemKey = 'company'
export const personKey = (id: number): ItemKey => `person ${id}`

export interface ChartContext {
  readonly openings: Openings
  /** The one item that Tab leads to. */
  readonly active: ItemKey
  /** The item that is to come into sight, once it is there, and whether it takes the focus. */
  readonly wanted: { readonly key: ItemKey; readonly takesFocus: boolean } | null
  /** The person who looks at the chart. */
  readonly selfId: number | null
  readonly activate: (key: ItemKey) => void
  readonly toggle: (id: number) => void
  /** Shows everybody of a branch of which only one is shown; that one keeps the focus. */
  readonly showAll: (id: number, shown: number) => void
  readonly want: (key: ItemKey) => void
  readonly arrived: () => void
  readonly openPerson: (person: ChartPerson) => void
}

const Context = createContext<ChartContext | null>(null)

export const ChartProvider = Context.Provider

export function useChart(): ChartContext {
  const context = use(Context)
  if (context === null) throw new Error('ChartProvider is missing')
  return context
}
