import { useEffect, useEffectEvent, useState } from 'react'
import { type EmployeeRecord, employeeFields } from '../../../electron/contract/employees.ts'
import { CallFailure } from '../../app/staffdesk.ts'
import { useContractForm } from '../../ui/form.ts'
import { toast } from '../../ui/toast.ts'
import { type Details, detailsOf, differences } from './details.ts'
import { useUpdate } from './queries.ts'
import { employeeWords } from './strings.ts'

/**
 * An employee's details while they are edited. What was typed stands on the version that it began from, whatever is
 * saved meanwhile; a form without changes follows the newest version by itself.
 * @param newest the record as main last told it
 */
export function useDetails(newest: EmployeeRecord) {
  const update = useUpdate()
  const [base, setBase] = useState(newest)
  const contractForm = useContractForm<Details>({
    schema: employeeFields,
    initialValues: detailsOf(newest),
    onSubmit: async (employee) => {
      showVersion(await update.mutateAsync({ id: base.id, version: base.version, employee }))
      toast(employeeWords.saved)
    },
  })
  const { form, formProps, pending, failure } = contractForm

  const dirty = differences(form.values, detailsOf(base)).length > 0
  const isOutdated = newest.version > base.version && !pending
  // Once the newer version is known, both versions are shown in place of the refusal.
  const isConflict = failure instanceof CallFailure && failure.error.code === 'CONFLICT'
  const isRefusedVersionNewest = update.variables?.version === newest.version

  const shownFailure = dirty && (!isConflict || isRefusedVersionNewest) ? failure : null
  const isForForm = shownFailure !== null && Object.keys(contractForm.problems).length === 0
  useEffect(() => {
    if (isForForm) formProps.ref.current?.scrollIntoView({ block: 'start' })
  }, [isForForm, formProps.ref])

  function showVersion(employee: EmployeeRecord) {
    setBase(employee)
    form.setValues(detailsOf(employee))
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
    /** What was typed began from this version. */
    base: detailsOf(base),
    /** Goes on, over the newer version, with these details. */
    goOn: (details: Details) => {
      setBase(newest)
      form.setValues(details)
    },
  }
}
