import { IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { departmentsQuery } from '../../registry/queries.ts'
import { DepartmentDialog } from './DepartmentDialog.tsx'
import { DepartmentsTable } from './DepartmentsTable.tsx'
import { useRemoveDepartment } from './queries.ts'
import { RecordsScreen } from './RecordsScreen.tsx'
import { departmentWords } from './strings.ts'

/** The departments of the company, each above those that belong to it. */
export function DepartmentsScreen() {
  return (
    <RecordsScreen
      words={departmentWords}
      icon={<IconSitemap size={32} stroke={1.25} />}
      width="list"
      query={useQuery(departmentsQuery)}
      table={(departments, acts) => <DepartmentsTable departments={departments} {...acts} />}
      dialog={({ row, ...dialog }) => <DepartmentDialog department={row} {...dialog} />}
      nameOf={({ name }) => name}
      remove={useRemoveDepartment().mutateAsync}
    />
  )
}
