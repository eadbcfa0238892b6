import { NumberInput, Stack } from '@mantine/core'
import { useId } from 'react'
import { sessionEngines } from '../../../electron/contract/session-policy.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { useKey } from '../../frame/use-key.ts'
import { useConfirmedAct } from '../../ui/confirmed-act.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { FormBar } from '../../ui/FormBar.tsx'
import { NoticeAlert } from '../../ui/NoticeAlert.tsx'
import { RadioList } from '../../ui/RadioList.tsx'
import { Section } from '../../ui/Section.tsx'
import { SessionStorage } from './SessionStorage.tsx'
import classes from './settings.module.css'
import { words } from './strings.ts'
import { type SessionSettingsView, useSessionPolicy } from './use-session-policy.ts'

/** A whole number of a few digits. */
const plainNumber = { allowDecimal: false, allowNegative: false, clampBehavior: 'none', hideControls: true } as const

/** The rules for everybody's sessions, where their data is kept, and what can be done with it. */
export function SessionSettings({ settings }: { settings: SessionSettingsView }) {
  const { ask, dialog } = useConfirmedAct()
  const { formProps, field, dirty, pending, problems, failure, discard, submit } = useSessionPolicy(settings, ask)
  const formId = useId()
  const { keepingRefused, engineProblem } = settings
  const canSave = dirty || engineProblem !== null
  useUnsavedWork({ dirty })
  useKey('save', () => {
    if (canSave) submit()
  })

  return (
    <>
      {engineProblem !== null && (
        <NoticeAlert notice={{ tone: 'alert', title: words.engine.problem, detail: engineProblem }} />
      )}
      <Section title={words.sessions}>
        <form id={formId} aria-label={words.sessions} {...formProps}>
          <Stack gap="lg" className={classes.fields}>
            <ErrorSummary problems={problems} failure={failure} />
            <NumberInput
              {...plainNumber}
              label={words.lock.label}
              description={words.lock.hint}
              {...field('lockMinutes')}
            />
            <NumberInput
              {...plainNumber}
              label={words.idleEnd.label}
              description={words.idleEnd.hint}
              {...field('idleEndMinutes')}
            />
            <NumberInput
              {...plainNumber}
              label={words.limit.label}
              description={words.limit.hint}
              {...field('absoluteHours')}
            />
            <RadioList
              label={words.whenClosed.label}
              options={[
                { value: 'end', label: words.whenClosed.end, hint: words.whenClosed.endHint },
                {
                  value: 'keep',
                  label: words.whenClosed.keep,
                  hint: keepingRefused ?? words.whenClosed.keepHint,
                  disabled: keepingRefused !== null,
                },
              ]}
              {...field('whenClosed')}
            />
            <RadioList
              label={words.engine.label}
              description={words.engine.hint}
              options={sessionEngines.map((name) => ({
                value: name,
                label: words.engine.names[name],
                hint: words.engine.hints[name],
              }))}
              {...field('engine')}
            />
          </Stack>
        </form>
      </Section>
      <SessionStorage />
      <FormBar formId={formId} dirty={dirty} canSave={canSave} pending={pending} onDiscard={discard} />
      {dialog}
    </>
  )
}
