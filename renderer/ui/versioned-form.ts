import { useEffect, useEffectEvent, useState } from 'react'
import { CallFailure } from '../bridge/staffdesk.ts'
import { type ContractFormParts, useContractForm } from './form.ts'

export interface VersionedFormParts<Values extends Record<string, unknown>, Kept extends Versioned>
  extends Pick<ContractFormParts<Values>, 'schema' | 'nameOf'> {
  /** The record as main last told it; null for one that does not exist yet. */
  readonly newest: Kept | null
  /** The form's values of a record, or of a new one. */
  readonly valuesOf: (record: Kept | null) => Values
  /** Sends the values, over the version that they began from. Answers the record as it was saved. */
  readonly save: (values: Values, base: Kept | null) => Promise<Kept>
  /** @param values as they were sent */
  readonly onSaved: (saved: Kept, values: Values) => void
}

interface Versioned {
  readonly version: number
}

/** The fields in which two sets of values differ, in the order of the first. */
export const differences = <Values extends object>(one: Values, other: Values): readonly (keyof Values & string)[] =>
  (Object.keys(one) as (keyof Values & string)[]).filter((field) => one[field] !== other[field])

/**
 * The form of a record that others may change meanwhile. What was typed stands on the version that it began from,
 * whatever is saved elsewhere; a form without changes follows the newest version by itself.
 */
export function useVersionedForm<Values extends Record<string, unknown>, Kept extends Versioned>(
  parts: VersionedFormParts<Values, Kept>,
) {
  const { newest, schema, nameOf, valuesOf, save, onSaved } = parts
  const [base, setBase] = useState(newest)
  const [sentVersion, setSentVersion] = useState<number | null>(null)
  const contractForm = useContractForm<Values>({
    schema,
    nameOf,
    initialValues: valuesOf(newest),
    onSubmit: async (values) => {
      setSentVersion(base?.version ?? null)
      const saved = await save(values, base)
      showVersion(saved)
      onSaved(saved, values)
    },
  })
  const { form, formProps, pending, failure, problems } = contractForm

  const dirty = differences(valuesOf(base), form.values).length > 0
  const isOutdated = newest !== null && base !== null && newest.version > base.version && !pending
  // Once the newer version is known, both versions are shown in place of the refusal.
  const isConflict = failure instanceof CallFailure && failure.error.code === 'CONFLICT'
  const isRefusedVersionNewest = sentVersion === newest?.version

  const shownFailure = dirty && (!isConflict || isRefusedVersionNewest) ? failure : null
  const isForForm = shownFailure !== null && Object.keys(problems).length === 0
  useEffect(() => {
    if (isForForm) formProps.ref.current?.scrollIntoView({ block: 'start' })
  }, [isForForm, formProps.ref])

  function showVersion(record: Kept | null) {
    setBase(record)
    form.setValues(valuesOf(record))
    form.clearErrors()
  }

  const follow = useEffectEvent(() => showVersion(newest))
  const isFollowing = isOutdated && !dirty
  useEffect(() => {
    if (isFollowing) follow()
  }, [isFollowing])

  return {
    ...contractForm,
    dirty,
    /** The version that somebody saved while this one was edited, or null. */
    newer: isOutdated && dirty ? newest : null,
    /** Whether the last save was refused for a newer version. */
    isRefused: isConflict,
    failure: shownFailure,
    discard: () => showVersion(newest),
    /** The fields in which what was typed and the newest version differ, and whether the person changed them. */
    differing: differences(form.values, valuesOf(newest)).map((name) => ({
      name,
      isMine: form.values[name] !== valuesOf(base)[name],
    })),
    /** Goes on with what was typed over the newer version, whose values are taken for these fields. */
    goOn: (taken: readonly (keyof Values & string)[]) => {
      const theirs = valuesOf(newest)
      setBase(newest)
      form.setValues({ ...form.values, ...Object.fromEntries(taken.map((name) => [name, theirs[name]])) })
    },
  }
}
