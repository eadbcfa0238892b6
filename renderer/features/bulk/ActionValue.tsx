import type { BulkAction } from '../../../electron/contract/bulk.ts'
import { FieldValue } from '../../registry/FieldValue.tsx'
import { words } from './strings.ts'

/** What an action gives to everybody, by name; nothing where it gives none. */
export function ActionValue({ action }: { action: BulkAction }) {
  switch (action.kind) {
    case 'department':
      return <FieldValue field="departmentId" value={action.departmentId} empty={words.none} />
    case 'position':
      return <FieldValue field="positionId" value={action.positionId} empty={words.none} />
    case 'manager':
      return <FieldValue field="managerId" value={action.managerId} empty={words.nobody} />
    case 'employment-type':
      return <FieldValue field="employmentType" value={action.employmentType} empty={words.none} />
    default:
      return null
  }
}
