import { Stack, Textarea, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { Line } from '../../registry/Line.tsx'
import { fieldWords, groupWords } from '../../registry/strings.ts'
import { DateField } from '../../ui/DateField.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import type { DetailField, Details } from './details.ts'
import { JobFields, type JobFieldsProps } from './JobFields.tsx'

interface DetailGroupsProps extends Pick<JobFieldsProps, 'onChange' | 'selfId'> {
  readonly values: Details
  /** The props of a field's input: value, change, problem, name. */
  readonly field: (name: DetailField) => { readonly name: string }
  /** What is asked when the assignment changes. */
  readonly assigning: ReactNode
}

/** Everything that is kept of an employee, in one column of groups. */
export function DetailGroups({ values, field, onChange, selfId, assigning }: DetailGroupsProps) {
  const line = (
    name: DetailField,
    more: { readonly required?: boolean; readonly inputMode?: 'email' | 'tel' } = {},
  ) => <Line {...more} {...field(name)} name={name} />
  const date = (name: 'dateOfBirth' | 'probationEndDate' | 'contractEndDate') => (
    <DateField label={fieldWords[name]} optional onChange={() => {}} {...field(name)} value={values[name]} />
  )
  const text = (name: 'address' | 'notes', named: { readonly label: string } | { readonly 'aria-label': string }) => (
    <Textarea {...named} description={sharedWords.optional} rows={4} resize="vertical" {...field(name)} />
  )
  const words = groupWords
  return (
    <>
      <DetailGroup title={words.identity}>
        {line('employeeNumber', { required: true })}
        {line('firstName', { required: true })}
        {line('middleName')}
        {line('lastName')}
        {line('preferredName')}
        {date('dateOfBirth')}
      </DetailGroup>
      <DetailGroup title={words.job}>
        <JobFields values={values} field={field} onChange={onChange} selfId={selfId} />
        {assigning}
        {date('probationEndDate')}
        {date('contractEndDate')}
      </DetailGroup>
      <DetailGroup title={words.contact}>
        {line('workEmail', { inputMode: 'email' })}
        {line('workPhone', { inputMode: 'tel' })}
        {line('mobilePhone', { inputMode: 'tel' })}
        {line('personalEmail', { inputMode: 'email' })}
        {text('address', { label: fieldWords.address })}
      </DetailGroup>
      <DetailGroup title={words.emergency}>
        {line('emergencyContactName')}
        {line('emergencyContactPhone', { inputMode: 'tel' })}
        {line('emergencyContactRelation')}
      </DetailGroup>
      {/* The one field of its group, whose heading says its name already. */}
      <DetailGroup title={words.notes}>{text('notes', { 'aria-label': fieldWords.notes })}</DetailGroup>
    </>
  )
}

/** Fields of an employee under one heading. */
export function DetailGroup({ title, children }: { title: string; children: ReactNode }) {
  const heading = useId()
  return (
    <Stack component="section" gap="md" pt="md" aria-labelledby={heading}>
      <Title order={2} id={heading}>
        {title}
      </Title>
      {children}
    </Stack>
  )
}
