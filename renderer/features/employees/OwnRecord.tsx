import { lazy, Suspense } from 'react'

const OwnRecordDialog = lazy(async () => ({ default: (await import('./OwnRecordDialog.tsx')).OwnRecordDialog }))

/** Lets an administrator whose account belongs to no employee become one; its form comes when it is looked for. */
export function OwnRecord({ displayName }: { displayName: string }) {
  return (
    <Suspense>
      <OwnRecordDialog displayName={displayName} />
    </Suspense>
  )
}
