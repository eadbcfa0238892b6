import { Button, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { ImportState } from '../../../electron/contract/imports.ts'
import { listPath } from '../../registry/employee-paths.ts'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { toast } from '../../ui/toast.ts'
import { ChooseFile } from './ChooseFile.tsx'
import { Imported } from './Imported.tsx'
import { importQuery } from './queries.ts'
import { ReadFile } from './ReadFile.tsx'
import { importWords } from './strings.ts'
import { UnderWay } from './UnderWay.tsx'

/** Employees from a file: chosen, held against the company, looked at, imported, and taken back if need be. */
export function ImportScreen() {
  const navigate = useNavigate()
  const { data: state, error, refetch } = useQuery(importQuery)
  useToastOfUndoing(state)

  return (
    <Screen
      title={importWords.heading}
      width="list"
      lead={state?.kind === 'ready' ? importWords.file(state.file) : undefined}
      actions={
        <Button variant="default" onClick={() => void navigate(listPath)}>
          {importWords.back}
        </Button>
      }
    >
      {error && <RequestError failure={error} title={importWords.failure} onRetry={() => void refetch()} />}
      {!error && state === undefined && <Skeleton height={160} aria-label={importWords.loading} />}
      {state && state.kind !== 'working' && state.problem !== null && (
        <NoticeAlert
          key={state.problem}
          notice={{ tone: 'alert', title: importWords.problem, detail: state.problem }}
        />
      )}
      {state?.kind === 'none' && <ChooseFile state={state} />}
      {state?.kind === 'working' && <UnderWay state={state} />}
      {state?.kind === 'ready' && <ReadFile key={state.file.name} state={state} />}
      {state?.kind === 'done' && <Imported state={state} />}
    </Screen>
  )
}

/** That an import was taken back leaves nothing on the screen that would say so. */
function useToastOfUndoing(state: ImportState | undefined) {
  const wasUndoing = useRef(false)
  useEffect(() => {
    if (state === undefined) return
    if (wasUndoing.current && state.kind === 'none' && state.problem === null) toast(importWords.undo.done)
    wasUndoing.current = state.kind === 'working' && state.act === 'undoing'
  }, [state])
}
