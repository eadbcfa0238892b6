import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import {
  type CustomField,
  type CustomFieldInput,
  customFieldFields,
  customKinds,
} from '../../../electron/contract/custom-fields.ts'
import { z } from '../../../electron/contract/zod.ts'
import { plainField } from '../../registry/Line.tsx'
import { RecordDialog, RecordForm, useRecordForm } from '../../registry/RecordDialog.tsx'
import { ChoicesField } from './ChoicesField.tsx'
import { type Choice, packed, unpacked } from './choices.ts'
import { useSaveField } from './queries.ts'
import { kindWords, words } from './strings.ts'

const { fields } = words

/** The form's values: one text for the choices, so that two versions can be compared. */
type Values = Omit<CustomFieldInput, 'choices'> & { readonly choices: string }

const valuesOf = (field: CustomField | null): Values => ({
  name: field?.name ?? '',
  kind: field?.kind ?? 'text',
  help: field?.help ?? '',
  isRequired: field?.isRequired ?? false,
  isPrivate: field?.isPrivate ?? false,
  choices: packed(field?.choices ?? []),
})

const inputOf = (values: Values): CustomFieldInput => ({ ...values, choices: [...unpacked(values.choices)] })

const schema = z.preprocess((values) => inputOf(values as Values), customFieldFields)

interface FieldDialogProps {
  readonly opened: boolean
  /** The field to be edited; null for one to be added. */
  readonly row: CustomField | null
  /** The fields as main last told them. */
  readonly rows: readonly CustomField[]
  readonly onClose: () => void
}

/** Asks for everything about a custom field. */
export function FieldDialog({ opened, onClose, ...form }: FieldDialogProps) {
  const title = form.row === null ? words.add : words.editTitle(form.row.name)
  return (
    <RecordDialog opened={opened} title={title} onClose={onClose}>
      <FieldForm {...form} onClose={onClose} />
    </RecordDialog>
  )
}

function FieldForm({ row, rows, onClose }: Omit<FieldDialogProps, 'opened'>) {
  const save = useSaveField()
  const record = useRecordForm<Values, CustomField>({
    row,
    rows,
    schema,
    valuesOf,
    save: (values, known) => save.mutateAsync({ known, field: customFieldFields.parse(inputOf(values)) }),
    words,
    onClose,
  })
  const { form, field, problems } = record
  const isInUse = row !== null && row.values > 0
  const kinds = customKinds.map((value) => ({ value, label: kindWords[value] }))
  const check = (name: 'isRequired' | 'isPrivate', hint: string) => (
    <Checkbox
      label={fields[name]}
      description={hint}
      name={name}
      checked={form.values[name]}
      onChange={(event) => form.setFieldValue(name, event.currentTarget.checked)}
    />
  )
  return (
    <RecordForm form={record} valuesOf={valuesOf} labels={fields} shown={shown} onClose={onClose}>
      <TextInput {...plainField} label={fields.name} data-autofocus {...field('name')} />
      <NativeSelect
        label={fields.kind}
        description={isInUse ? words.kindInUse : undefined}
        disabled={isInUse}
        data={kinds}
        {...field('kind')}
      />
      {form.values.kind === 'choice' && (
        <ChoicesField
          choices={unpacked(form.values.choices)}
          problems={problems}
          onChange={(choices) => {
            form.clearErrors()
            form.setFieldValue('choices', packed(choices))
          }}
        />
      )}
      <TextInput {...plainField} label={fields.help} description={words.helpHint} {...field('help')} />
      {check('isRequired', words.requiredHint)}
      {check('isPrivate', words.privateHint)}
    </RecordForm>
  )
}

/** What the form holds in a field, in words. */
function shown(name: keyof Values, values: Values): string {
  if (name === 'kind') return kindWords[values.kind]
  if (name === 'choices')
    return unpacked(values.choices)
      .map((choice: Choice) => choice.name)
      .join(', ')
  const value = values[name]
  return typeof value === 'boolean' ? (value ? words.yes : words.no) : value
}
