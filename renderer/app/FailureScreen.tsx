import { Button, Text } from '@mantine/core'
import { words } from '../frame/strings.ts'
import { FullPage } from '../ui/FullPage.tsx'

/** Shown where a screen broke: a defect of ours, told in words, with a way on. */
export function FailureScreen({ detail = words.failure.detail }: { detail?: string }) {
  return (
    <FullPage title={words.failure.heading}>
      <Text role="alert">{detail}</Text>
      <Button onClick={() => window.location.reload()}>{words.failure.reload}</Button>
    </FullPage>
  )
}
