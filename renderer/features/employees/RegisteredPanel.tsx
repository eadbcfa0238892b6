import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { employeePath, listPath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'
import { showFromTop } from '../../ui/show-from-top.ts'
import { Slip } from '../sign-in-slip/Slip.tsx'
import classes from './register.module.css'
import { registerWords } from './strings.ts'
import type { Registered } from './use-registration.ts'

/** The end of a registration: who was registered, the sign-in slip where there is an account, and where to go on. */
export function RegisteredPanel({ registered, onAnother }: { registered: Registered; onAnother: () => void }) {
  const { employee, slip } = registered
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    showFromTop(heading.current)
    heading.current?.focus()
  }, [])
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} ref={heading} tabIndex={-1} className={classes.plainFocus}>
          {registerWords.registered}
        </Title>
        <Text c="dimmed">{registerWords.registeredDetail(fullName(employee), employee.employeeNumber)}</Text>
      </div>
      {slip !== null && <Slip slip={slip} />}
      <Group gap="xs">
        <Button variant="default" onClick={() => void navigate(listPath)}>
          {registerWords.toList}
        </Button>
        <Button variant="default" onClick={() => void navigate(employeePath(employee.id))}>
          {registerWords.openEmployee}
        </Button>
        <Button onClick={onAnother}>{registerWords.another}</Button>
      </Group>
    </Stack>
  )
}
