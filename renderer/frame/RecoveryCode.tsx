import { Button, Group, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useBlocker } from 'react-router'
import { answerOf, staffdesk } from '../bridge/staffdesk.ts'
import { FullPage } from '../ui/FullPage.tsx'
import classes from './RecoveryCode.module.css'
import { words } from './strings.ts'
import { useWorkAtClosing } from './unsaved-work.tsx'

interface RecoveryCodeProps {
  readonly code: string
  readonly company: string | null
  /** The person says that the code is safe. */
  readonly onSaved: () => void
}

const text = words.recoveryCode

/** Shows a recovery code the only time it can be shown; nothing but "I have saved it" leaves the page. */
export function RecoveryCode({ code, company, onSaved }: RecoveryCodeProps) {
  const [told, setTold] = useState<{ readonly text: string; readonly isBad: boolean } | null>(null)
  const [leaving, setLeaving] = useState(false)
  useWorkAtClosing({ dirty: true })
  const blocker = useBlocker(true)
  useEffect(() => {
    if (blocker.state === 'blocked') blocker.reset()
  }, [blocker])

  async function copy() {
    try {
      await answerOf(staffdesk.application.copy({ text: code, secret: true }))
      setTold({ text: text.copied, isBad: false })
    } catch {
      setTold({ text: text.copyFailed, isBad: true })
    }
  }

  async function print() {
    try {
      const { printed } = await answerOf(staffdesk.application.print({}))
      setTold(printed ? null : { text: text.printFailed, isBad: true })
    } catch {
      setTold({ text: text.printFailed, isBad: true })
    }
  }

  return (
    <FullPage title={text.heading} company={company} width="wide" lead={text.why}>
      <section className={classes.sheet} data-print aria-label={text.label}>
        <p className={classes.label}>{company === null ? text.label : text.of(company)}</p>
        <p className={classes.code}>{code}</p>
        <p className={classes.where}>{text.where}</p>
      </section>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconCopy size={16} stroke={1.75} aria-hidden />} onClick={copy}>
          {text.copy}
        </Button>
        <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />} onClick={print}>
          {text.print}
        </Button>
        <Button
          ml="auto"
          loading={leaving}
          leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
          onClick={() => {
            setLeaving(true)
            onSaved()
          }}
        >
          {text.saved}
        </Button>
      </Group>
      {told && (
        <Text role={told.isBad ? 'alert' : 'status'} c={told.isBad ? 'var(--mantine-color-error)' : 'dimmed'}>
          {told.text}
        </Text>
      )}
    </FullPage>
  )
}
