import { Button, Skeleton } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { idIn, isNotFound } from '../../bridge/address.ts'
import { listPath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'
import { employeeQuery } from '../../registry/queries.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { AssignmentsSection } from '../assignments/AssignmentsSection.tsx'
import { EmployeeHistory } from '../audit/EmployeeHistory.tsx'
import { asked } from '../custom-fields/custom-form.ts'
import { customFieldsQuery } from '../custom-fields/queries.ts'
import { EmployeePhoto } from '../photos/EmployeePhoto.tsx'
import { AccountSection } from './AccountSection.tsx'
import { ArchivedEmployee } from './ArchivedEmployee.tsx'
import { ArchiveSection } from './ArchiveSection.tsx'
import { EmployeeDetails } from './EmployeeDetails.tsx'
import { EmployeeLead } from './EmployeeLead.tsx'
import { LeavingSection } from './LeavingSection.tsx'
import { StatusSection } from './StatusSection.tsx'
import { employeeWords } from './strings.ts'

/** One employee: the details to edit, and the account. */
export function EmployeeScreen() {
  const id = idIn(useParams().id)
  const employee = useQuery({ ...employeeQuery(id ?? 0), enabled: id !== null })
  const customFields = useQuery(customFieldsQuery)
  const failure = employee.error ?? customFields.error
  const isMissing = id === null || isNotFound(employee.error)

  if (isMissing) return <NoSuchEmployee />
  if (employee.data === undefined || customFields.data === undefined) {
    return (
      <Screen title={employeeWords.heading}>
        {failure ? (
          <RequestError
            failure={failure}
            title={employeeWords.failure}
            onRetry={() => {
              void employee.refetch()
              void customFields.refetch()
            }}
          />
        ) : (
          <Skeleton height={360} maw={560} aria-label={employeeWords.loading} />
        )}
      </Screen>
    )
  }
  if (employee.data.archivedAt !== null) return <ArchivedEmployee employee={employee.data} />
  return (
    <Screen
      key={id}
      title={fullName(employee.data)}
      lead={<EmployeeLead employee={employee.data} />}
      actions={<EmployeePhoto id={employee.data.id} name={fullName(employee.data)} />}
    >
      <EmployeeDetails employee={employee.data} customFields={asked(customFields.data)}>
        <AccountSection employee={employee.data} />
        <StatusSection employee={employee.data} />
        <LeavingSection employee={employee.data} />
        <AssignmentsSection employee={employee.data} />
        <EmployeeHistory id={employee.data.id} />
        <ArchiveSection employee={employee.data} />
      </EmployeeDetails>
    </Screen>
  )
}

function NoSuchEmployee() {
  const navigate = useNavigate()
  const { title, detail, action } = employeeWords.notFound
  return (
    <Screen title={employeeWords.heading}>
      <EmptyState title={title} detail={detail} icon={<IconUserQuestion size={32} stroke={1.25} />}>
        <Button variant="default" onClick={() => void navigate(listPath)}>
          {action}
        </Button>
      </EmptyState>
    </Screen>
  )
}
