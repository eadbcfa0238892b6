import { Select, Table } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { customKeyOf } from '../../../electron/contract/custom-fields.ts'
import { type ImportField, importFields } from '../../../electron/contract/imports.ts'
import { fieldWords } from '../../registry/strings.ts'
import { PlainTable } from '../../ui/PlainTable.tsx'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import classes from './imports.module.css'
import { importWords } from './strings.ts'

type Mapping = (ImportField | null)[]

interface ColumnsTableProps {
  readonly headings: readonly string[]
  readonly sample: readonly (readonly string[])[]
  readonly mapping: Mapping
  readonly onChange: (mapping: Mapping) => void
}

const words = importWords.columns
const sampleRows = 3

/** The columns of a file with their first cells, and what each is imported as. */
export function ColumnsTable({ headings, sample, mapping, onChange }: ColumnsTableProps) {
  const { data: custom = [] } = useQuery(customFieldsQuery)
  const options: readonly { value: ImportField; label: string }[] = [
    ...importFields.map((field) => ({ value: field, label: fieldWords[field] })),
    ...custom
      .filter(({ isArchived }) => !isArchived)
      .map((field) => ({ value: customKeyOf(field), label: field.name })),
  ]
  // A column is known by where it stands: headings may be alike, or empty.
  const columns = headings.map((heading, column) => ({ column, name: heading || words.unnamed(column + 1) }))
  // A field can be given to one column only: the one that had it gives it up.
  const give = (column: number, value: string | null) =>
    onChange(
      mapping.map((field, other) => {
        if (other === column) return options.find((option) => option.value === value)?.value ?? null
        return field === value ? null : field
      }),
    )
  return (
    <PlainTable
      label={words.table}
      columns={[words.names.heading, words.names.sample, words.names.field]}
      minWidth={640}
    >
      {columns.map(({ name, column }) => (
        <Table.Tr key={column}>
          <Table.Td className={classes.heading}>{name}</Table.Td>
          <Table.Td className={classes.sample}>
            {sample
              .slice(0, sampleRows)
              .map((cells) => cells[column] || words.empty)
              .join(' · ')}
          </Table.Td>
          <Table.Td className={classes.field}>
            <Select
              aria-label={words.field(name)}
              data={options}
              value={mapping[column] ?? null}
              onChange={(value) => give(column, value)}
              placeholder={words.none}
              searchable
              // To choose what is chosen already would let the column go unseen; a button takes it away.
              allowDeselect={false}
              clearable
              clearButtonProps={{ 'aria-label': words.none }}
              openOnFocus={false}
              maxDropdownHeight={280}
              checkIconPosition="right"
            />
          </Table.Td>
        </Table.Tr>
      ))}
    </PlainTable>
  )
}
