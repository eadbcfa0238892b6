import { Button, Stack, Text } from '@mantine/core'
import { changePasswordInput } from '../../../electron/contract/accounts.ts'
import type { SessionView } from '../../../electron/contract/session-view.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useSession } from '../../frame/session.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { useContractForm } from '../../ui/form.ts'
import { NewPasswordFields } from '../../ui/NewPasswordFields.tsx'
import { newPasswordProblems } from '../../ui/new-password.ts'
import { PasswordField } from '../../ui/PasswordField.tsx'
import { Section } from '../../ui/Section.tsx'
import { toast } from '../../ui/toast.ts'
import classes from './profile.module.css'
import { words } from './strings.ts'

const text = words.password
const empty = { currentPassword: '', newPassword: '', confirmPassword: '' }

/** Replaces one's password by another. */
export function PasswordSection({ onSession }: { onSession: (session: SessionView, notice: null) => void }) {
  const { minimumPasswordLength } = useSession().start
  const { form, formProps, field, pending, problems, failure } = useContractForm({
    schema: changePasswordInput,
    initialValues: empty,
    toInput: ({ currentPassword, newPassword }) => ({ currentPassword, newPassword }),
    check: (values) => newPasswordProblems(values, 'newPassword', minimumPasswordLength),
    onSubmit: async ({ currentPassword, newPassword }) => {
      const answer = await answerOf(staffdesk.accounts.changePassword({ currentPassword, newPassword }))
      form.setValues(empty)
      toast(text.changed, text.changedDetail)
      onSession(answer.session, null)
    },
  })
  useUnsavedWork({ dirty: Object.values(form.values).some((value) => value !== '') })

  return (
    <Section title={text.heading}>
      <form {...formProps}>
        <Stack gap="md" className={classes.fields}>
          <Text c="dimmed">{text.lead}</Text>
          <ErrorSummary problems={problems} failure={failure} />
          <PasswordField label={text.current} autoComplete="current-password" {...field('currentPassword')} />
          <NewPasswordFields
            label={text.new}
            password={field('newPassword')}
            confirmation={field('confirmPassword')}
            value={form.values.newPassword}
            minimum={minimumPasswordLength}
          />
          <div>
            <Button type="submit" loading={pending}>
              {text.change}
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  )
}
