import { type EmployeeRecord, employeeFields } from '../../../electron/contract/employees.ts'
import { toast } from '../../ui/toast.ts'
import { useVersionedForm } from '../../ui/versioned-form.ts'
import { type Details, detailsOf } from './details.ts'
import { useUpdate } from './queries.ts'
import { employeeWords } from './strings.ts'

/**
 * An employee's details while they are edited.
 * @param newest the record as main last told it
 */
export function useDetails(newest: EmployeeRecord) {
  const update = useUpdate()
  return useVersionedForm<Details, EmployeeRecord>({
    schema: employeeFields,
    newest,
    valuesOf: (record) => detailsOf(record ?? newest),
    save: (employee, base) => {
      const { id, version } = base ?? newest
      return update.mutateAsync({ id, version, employee })
    },
    onSaved: () => toast(employeeWords.saved),
  })
}
