import { Button } from '@mantine/core'
import { IconSearch, IconUsers } from '@tabler/icons-react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { emptyWords, listWords } from './strings.ts'

interface NobodyYetProps {
  readonly onRegister: () => void
  readonly onImport: () => void
}

/** A company without employees, and the two ways to its first ones. */
export function NobodyYet({ onRegister, onImport }: NobodyYetProps) {
  const { title, detail, action, importAction } = listWords.nothingYet
  return (
    <EmptyState title={title} detail={detail} icon={<IconUsers size={32} stroke={1.25} />}>
      <Button variant="default" onClick={onRegister}>
        {action}
      </Button>
      <Button variant="default" onClick={onImport}>
        {importAction}
      </Button>
    </EmptyState>
  )
}

interface NobodyMatchesProps {
  readonly search: string
  /** How many filters are in force. */
  readonly filters: number
  readonly onClearSearch: () => void
  readonly onClearFilters: () => void
}

/** A search or filters that leave nobody, and the way out of each. */
export function NobodyMatches({ search, filters, onClearSearch, onClearFilters }: NobodyMatchesProps) {
  const detail =
    filters === 0 ? emptyWords.search(search) : search === '' ? emptyWords.filters : emptyWords.both(search)
  return (
    <EmptyState title={emptyWords.nothingMatches} detail={detail} icon={<IconSearch size={32} stroke={1.25} />}>
      {search !== '' && (
        <Button variant="default" onClick={onClearSearch}>
          {emptyWords.clearSearch}
        </Button>
      )}
      {filters > 0 && (
        <Button variant="default" onClick={onClearFilters}>
          {emptyWords.clearFilters}
        </Button>
      )}
    </EmptyState>
  )
}
