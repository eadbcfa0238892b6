import { Button, Group, Title } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import { useUnsavedWork } from '../../frame/unsaved-work.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { discardDraft } from './draft-calls.ts'
import { RegistrationStepper } from './RegistrationStepper.tsx'
import { AccountStep, IdentityStep, JobStep } from './RegistrationSteps.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import classes from './register.module.css'
import { isTyped, type RegistrationValues, reviewStep } from './registration.ts'
import { SimilarEmployees } from './SimilarEmployees.tsx'
import { registerWords } from './strings.ts'
import { useDraft } from './use-draft.ts'
import { type Registered, useRegistration } from './use-registration.ts'

interface RegistrationWizardProps {
  /** What the form holds at first, and the step it opens at. */
  readonly start: { readonly values: RegistrationValues; readonly step: number }
  /** What counts as nothing typed. */
  readonly blank: RegistrationValues
  /** Whether the person just asked for this form, on a screen that was there before. */
  readonly takesFocus: boolean
  readonly minimumPasswordLength: number
  /** The custom fields that it asks for. */
  readonly customFields: readonly CustomField[]
  readonly onRegistered: (registered: Registered, addAnother: boolean) => void
}

/** The four steps of a registration. */
export function RegistrationWizard({
  start,
  blank,
  takesFocus,
  minimumPasswordLength,
  customFields,
  onRegistered,
}: RegistrationWizardProps) {
  const registration = useRegistration(start, minimumPasswordLength, customFields, takesFocus)
  const { values, field, step } = registration
  const stepProps = { values, field }
  const [adds, setAdds] = useState(false)
  const typed = isTyped(values, blank)
  const { saveNow, stop } = useDraft(values, step, typed)
  const discard = () => {
    stop()
    return discardDraft()
  }
  useUnsavedWork({ dirty: typed, saveDraft: saveNow, discardDraft: discard })

  const register = async (addAnother: boolean) => {
    setAdds(addAnother)
    const registered = await registration.submit()
    if (registered === null) return
    stop()
    onRegistered(registered, addAnother)
  }

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (step < reviewStep) registration.next()
    else void register(false)
  }

  return (
    <form className={classes.wizard} noValidate onSubmit={onSubmit}>
      <RegistrationStepper step={step} onStep={registration.goTo} />
      <Title order={2} ref={registration.heading} tabIndex={-1} className={classes.stepTitle}>
        {registerWords.steps[step]}
      </Title>
      <ErrorSummary problems={registration.problems} failure={registration.failure} />
      {step === 0 && <IdentityStep {...stepProps} />}
      {step === 1 && (
        <JobStep
          {...stepProps}
          onChange={registration.onChange}
          customFields={customFields}
          onCustomChange={registration.onCustomChange}
        />
      )}
      {step === 2 && <AccountStep {...stepProps} minimumPasswordLength={minimumPasswordLength} />}
      {step === reviewStep && <ReviewStep values={values} customFields={customFields} onStep={registration.goTo} />}
      <div className={classes.actions}>
        {/* In sight while the fields are typed that it is about, however low the window is. */}
        {step === 0 && <SimilarEmployees values={values} />}
        <Group gap="xs">
          {step > 0 && (
            <Button variant="default" onClick={() => registration.goTo(step - 1)}>
              {registerWords.back}
            </Button>
          )}
          {step === reviewStep && (
            <Button
              variant="default"
              loading={registration.isPending && adds}
              disabled={registration.isPending && !adds}
              onClick={() => void register(true)}
            >
              {registerWords.registerAndAdd}
            </Button>
          )}
          {/* Two buttons, not one that changes its words: a second click of an impatient person must not register. */}
          {step < reviewStep ? (
            <Button key="next" type="submit">
              {registerWords.next}
            </Button>
          ) : (
            <Button
              key="register"
              type="submit"
              loading={registration.isPending && !adds}
              disabled={registration.isPending && adds}
            >
              {registerWords.register}
            </Button>
          )}
        </Group>
      </div>
    </form>
  )
}
