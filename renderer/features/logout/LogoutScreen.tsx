import { Button } from '@mantine/core'
import { useNavigate } from 'react-router'
import { paths } from '../../frame/paths.ts'
import { SessionlessPage } from '../../frame/SessionlessPage.tsx'
import { words } from './strings.ts'

/** Says that the session is deleted. */
export function LogoutScreen() {
  const navigate = useNavigate()
  return (
    <SessionlessPage title={words.heading} lead={words.lead}>
      <Button onClick={() => void navigate(paths.login)}>{words.back}</Button>
    </SessionlessPage>
  )
}
