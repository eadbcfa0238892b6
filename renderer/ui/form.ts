import { useForm } from '@mantine/form'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { z } from '../../electron/contract/zod.ts'
import { type Problems, problemsBySchema, problemsOfFailure } from './form-problems.ts'

export interface ContractFormParts<Values extends Record<string, unknown>> {
  /** The call's own input schema, so that the form and the main process agree. */
  readonly schema: z.ZodType
  readonly initialValues: Values
  /** The call's input of the form's values; by default the values themselves. */
  readonly toInput?: (values: Values) => unknown
  /** What the schema cannot know: a confirmation that differs, the company's policy. */
  readonly check?: (values: Values) => Problems
  /** Sends the form. What it throws is shown: fields beside their fields, the rest as `failure`. */
  readonly onSubmit: (values: Values) => Promise<unknown>
  /** The field for a path of the call's input, where the two differ in more than a prefix. */
  readonly nameOf?: ((path: string) => string | undefined) | undefined
}

/**
 * A form over a call of the contract: checked by its schema when it is sent, with the problems beside the fields, the
 * first field at fault in focus, and nothing typed lost. Spread `formProps` on the `<form>`, `field(name)` on inputs.
 */
export function useContractForm<Values extends Record<string, unknown>>(parts: ContractFormParts<Values>) {
  const { schema, initialValues, toInput, check, onSubmit, nameOf } = parts
  const form = useForm<Values>({
    initialValues,
    validate: (values) => ({ ...problemsBySchema(schema, toInput?.(values) ?? values), ...check?.(values) }),
  })
  const element = useRef<HTMLFormElement>(null)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const [refusals, setRefusals] = useState(0)

  // Once the problems stand beside their fields, not before: only then is it known which field comes first.
  useEffect(() => {
    if (refusals > 0) focusFirstProblem(element.current)
  }, [refusals])

  async function send(values: Values) {
    setPending(true)
    setFailure(null)
    try {
      await onSubmit(values)
    } catch (problem) {
      form.setErrors(problemsOfFailure(problem, Object.keys(initialValues), nameOf))
      setFailure(problem)
      setRefusals((count) => count + 1)
    } finally {
      setPending(false)
    }
  }

  const submit = form.onSubmit(send, () => {
    setFailure(null)
    setRefusals((count) => count + 1)
  })

  return {
    form,
    pending,
    failure,
    problems: Object.fromEntries(
      Object.entries(form.errors).flatMap(([name, problem]) => (problem ? [[name, String(problem)]] : [])),
    ) as Problems,
    formProps: {
      ref: element,
      noValidate: true,
      onSubmit: (event: FormEvent<HTMLFormElement>) => {
        if (pending) event.preventDefault()
        else submit(event)
      },
    },
    field: (name: keyof Values & string) => ({ ...form.getInputProps(name as never), name }),
    /** Sends the form as its button would. */
    submit: () => element.current?.requestSubmit(),
  }
}

/** Puts the focus on the first field at fault, in the order of the screen. */
function focusFirstProblem(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
}
