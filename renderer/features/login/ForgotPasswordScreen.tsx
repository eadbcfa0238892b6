import { Button, List, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../frame/paths.ts'
import { RecoveryCode } from '../../frame/RecoveryCode.tsx'
import { SessionlessPage } from '../../frame/SessionlessPage.tsx'
import { useSession } from '../../frame/session.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import classes from './ForgotPasswordScreen.module.css'
import { administratorsQuery } from './queries.ts'
import { RecoveryForm } from './RecoveryForm.tsx'
import { words } from './strings.ts'

/** The two ways back in: an administrator, or the recovery code of the first one. */
export function ForgotPasswordScreen() {
  const { start, restart } = useSession()
  const navigate = useNavigate()
  const [newCode, setNewCode] = useState<string | null>(null)
  if (newCode !== null) return <RecoveryCode code={newCode} company={start.company} onSaved={restart} />

  const text = words.forgotten
  return (
    <SessionlessPage title={text.heading}>
      <Administrators />
      <section className={classes.byCode} aria-labelledby="by-code">
        <Title order={2} id="by-code">
          {text.byCode}
        </Title>
        <Text c="dimmed" mb="md">
          {text.byCodeHint}
        </Text>
        <RecoveryForm onReset={setNewCode} />
      </section>
      <Button variant="subtle" onClick={() => void navigate(paths.login)}>
        {text.back}
      </Button>
    </SessionlessPage>
  )
}

function Administrators() {
  const { data, error, refetch } = useQuery(administratorsQuery)
  if (error) return <RequestError failure={error} onRetry={() => void refetch()} />
  if (data === undefined) return null
  if (data.names.length === 0) return <Text>{words.forgotten.nobody}</Text>
  return (
    <Stack gap={4}>
      <Text>{words.forgotten.ask}</Text>
      <List className={classes.names}>
        {data.names.map((name) => (
          <List.Item key={name}>{name}</List.Item>
        ))}
      </List>
    </Stack>
  )
}
