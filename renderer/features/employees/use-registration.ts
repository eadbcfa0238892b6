import { useForm } from '@mantine/form'
import { useEffect, useRef, useState } from 'react'
import type { CustomField } from '../../../electron/contract/custom-fields.ts'
import type { Problems } from '../../ui/form-problems.ts'
import { showFromTop } from '../../ui/show-from-top.ts'
import type { JobField } from './JobFields.tsx'
import { useRegister } from './queries.ts'
import {
  type AnyField,
  firstProblem,
  problemsOf,
  problemsOfRefusal,
  type RegistrationField,
  type RegistrationValues,
  reviewStep,
  stepFields,
  stepOf,
  toRegisterInput,
  withAsked,
} from './registration.ts'

export type Registered = Awaited<ReturnType<ReturnType<typeof useRegister>['mutateAsync']>>

export type RegistrationFieldProps = ReturnType<typeof useRegistration>['field']

interface RegistrationStart {
  readonly values: RegistrationValues
  readonly step: number
}

const firstOf = (step: number): RegistrationField | 'review' => stepFields[step]?.[0] ?? 'review'

/**
 * The registration from its first field to the answer of main: one form over four steps, each checked when it is left.
 * Whatever is at fault is shown beside its field, on its step, with the focus on it.
 * @param customFields the custom fields that it asks for
 * @param takesFocus whether the first field is in focus from the start
 */
export function useRegistration(
  start: RegistrationStart,
  minimumPasswordLength: number,
  customFields: readonly CustomField[],
  takesFocus: boolean,
) {
  const form = useForm<RegistrationValues>({ initialValues: start.values })
  const [step, setStep] = useState(start.step)
  const register = useRegister()
  const focusNext = useRef<AnyField | 'review' | null>(takesFocus ? firstOf(start.step) : null)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const target = focusNext.current
    if (target === null) return
    focusNext.current = null
    showFromTop(heading.current)
    if (target === 'review') heading.current?.focus()
    else form.getInputNode(target)?.focus()
  })

  const goTo = (target: number) => {
    form.clearErrors()
    focusNext.current = firstOf(target)
    setStep(target)
  }

  const show = (problems: Problems): boolean => {
    const first = firstProblem(problems)
    if (first === undefined) return false
    form.setErrors({ ...problems })
    focusNext.current = first
    setStep(stepOf(first))
    return true
  }

  const field = (name: AnyField, options?: { readonly type: 'checkbox' }) => ({
    ...form.getInputProps(name, options),
    name,
  })

  return {
    values: form.values,
    problems: form.errors as Problems,
    field,
    onCustomChange: (id: number, value: string) =>
      form.setFieldValue('custom', { ...form.getValues().custom, [id]: value }),
    onChange: (name: JobField, value: number | string | null) => form.setFieldValue(name, value as never),
    step,
    goTo,
    heading,
    /** Why main refused, where no field is at fault. */
    failure: firstProblem(problemsOfRefusal(register.error)) === undefined ? register.error : null,
    isPending: register.isPending,
    /** Leaves the step if nothing on it is at fault. */
    next: () => {
      if (!show(problemsOf(form.getValues(), { from: step, to: step }, minimumPasswordLength, customFields)))
        goTo(step + 1)
    },
    /** Registers; answers null when something is at fault, which is then on the screen. */
    submit: async (): Promise<Registered | null> => {
      const values = form.getValues()
      if (show(problemsOf(values, { from: 0, to: reviewStep }, minimumPasswordLength, customFields))) return null
      try {
        return await register.mutateAsync(toRegisterInput(withAsked(values, customFields)))
      } catch (error) {
        show(problemsOfRefusal(error))
        return null
      }
    },
  }
}
