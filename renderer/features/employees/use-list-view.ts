import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { keepListView, type ListView, openListView, readListView } from './list-view.ts'

/** The list's view, and what changes it at once, in sight and for whoever comes back to it. */
export function useListView(): readonly [ListView, (change: Partial<ListView>) => void] {
  const client = useQueryClient()
  const location = useLocation()
  const [view, setView] = useState(() => openListView(client, location))
  const change = (changes: Partial<ListView>) => {
    keepListView(client, changes)
    setView(readListView(client))
  }
  return [view, change]
}
