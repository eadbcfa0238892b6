import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { RequestError } from '../../ui/RequestError.tsx'
import { toast } from '../../ui/toast.ts'
import { saveBadRows } from './queries.ts'
import { importWords } from './strings.ts'

/** Writes the bad rows to a file, to be mended and imported again. */
export function SaveBadRows() {
  const save = useMutation({
    mutationFn: saveBadRows,
    onSuccess: ({ saved }) => {
      if (saved) toast(importWords.found.saved)
    },
  })
  return (
    <>
      <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
        {importWords.found.save}
      </Button>
      {save.isError && <RequestError failure={save.error} />}
    </>
  )
}
