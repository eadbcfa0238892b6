import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { noticeOf } from '../../ui/RequestError.tsx'
import { toast } from '../../ui/toast.ts'
import { problemToast } from '../../ui/undo-toast.tsx'
import { type AuditFilter, exportAudit } from './queries.ts'
import { words } from './strings.ts'

/** Writes what is shown, all pages of it, to a file that main asks for. */
export function ExportButton({ filter, total }: { filter: AuditFilter; total: number }) {
  const { isPending, mutate } = useMutation({
    mutationFn: exportAudit,
    onSuccess: (exported) => {
      if (exported) toast(words.exported(exported.entries), words.exportedDetail(exported.fileName))
    },
    onError: (failure) => problemToast(words.exportFailure, noticeOf(failure).detail),
  })
  return (
    <Button variant="default" loading={isPending} disabled={total === 0} onClick={() => mutate(filter)}>
      {words.export}
    </Button>
  )
}
