import type { EmployeeInput } from '../../../electron/contract/employees.ts'
import { EmploymentTypeField } from '../../registry/EmploymentTypeField.tsx'
import { DepartmentField, EmployeeField, PositionField } from '../../registry/PlaceFields.tsx'
import { fieldWords } from '../../registry/strings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { GoAlong } from '../chart/GoAlong.tsx'

export type JobField = 'departmentId' | 'positionId' | 'managerId' | 'employmentType' | 'hireDate'

export interface JobFieldsProps {
  readonly values: Pick<EmployeeInput, JobField>
  /** The props of a field's input: change, problem, name. */
  readonly field: (name: JobField) => { readonly name: string }
  readonly onChange: (name: JobField, value: number | string | null) => void
  /** The employee at hand, who cannot be their own manager. */
  readonly selfId?: number
}

/** What an employee does, for whom and since when: the fields that a new one and a known one have in common. */
export function JobFields({ values, field, onChange, selfId }: JobFieldsProps) {
  return (
    <>
      <DateField
        label={fieldWords.hireDate}
        {...field('hireDate')}
        value={values.hireDate}
        onChange={(date) => onChange('hireDate', date)}
      />
      <DepartmentField
        {...field('departmentId')}
        value={values.departmentId}
        onChange={(id) => onChange('departmentId', id)}
      />
      <PositionField {...field('positionId')} value={values.positionId} onChange={(id) => onChange('positionId', id)} />
      <div>
        <EmployeeField
          {...field('managerId')}
          exceptId={selfId}
          value={values.managerId}
          onChange={(id) => onChange('managerId', id)}
        />
        {selfId !== undefined && <GoAlong id={selfId} managerId={values.managerId} />}
      </div>
      <EmploymentTypeField
        {...field('employmentType')}
        value={values.employmentType}
        onChange={(type) => onChange('employmentType', type)}
      />
    </>
  )
}
