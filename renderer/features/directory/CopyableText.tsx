import { ActionIcon } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { toast } from '../../ui/toast.ts'
import classes from './person.module.css'
import { copyText } from './queries.ts'
import { words } from './strings.ts'

interface CopyableTextProps {
  /** What the text is, as its label names it. */
  readonly name: string
  readonly text: string
}

/** A text with a button that puts it on the clipboard. Nothing is opened: mail and telephone are other programs. */
export function CopyableText({ name, text }: CopyableTextProps) {
  const copy = useMutation({ mutationFn: () => copyText(text), onSuccess: () => toast(words.person.copied, text) })
  return (
    <span className={classes.copyable}>
      <span className={classes.text}>{text}</span>
      <ActionIcon variant="subtle" color="gray" aria-label={words.person.copy(name)} onClick={() => copy.mutate()}>
        {copy.isSuccess ? (
          <IconCheck size={18} aria-hidden="true" />
        ) : (
          <IconCopy size={18} stroke={1.6} aria-hidden="true" />
        )}
      </ActionIcon>
      {copy.isError && <span role="alert">{words.person.copyFailed}</span>}
    </span>
  )
}
