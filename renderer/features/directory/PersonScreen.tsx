import { Anchor, Button, Skeleton } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { hasRole } from '../../../electron/contract/roles.ts'
import type { PublicView } from '../../../electron/contract/visibility.ts'
import { idIn, isNotFound } from '../../app/address.ts'
import { pathOf } from '../../app/paths.ts'
import { useSession } from '../../app/session.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { type Particular, Particulars } from '../../ui/Particulars.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Section } from '../../ui/Section.tsx'
import { fullName } from '../employees/names.ts'
import { employeePath } from '../employees/paths.ts'
import { PhotoOf } from '../photos/PhotoOf.tsx'
import { CopyableText } from './CopyableText.tsx'
import { personPath } from './paths.ts'
import { personQuery } from './queries.ts'
import { Reports } from './Reports.tsx'
import { words } from './strings.ts'

const text = words.person

/** What everybody may know of one person: how to reach them, to whom they report, and who reports to them. */
export function PersonScreen() {
  const id = idIn(useParams().id)
  const { data, error, refetch } = useQuery({ ...personQuery(id ?? 0), enabled: id !== null })
  const isMissing = id === null || isNotFound(error)
  if (isMissing) return <NobodyHere />
  if (data === undefined) {
    return (
      <Screen title={text.heading}>
        {error ? (
          <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={240} maw={560} aria-label={text.loading} />
        )}
      </Screen>
    )
  }
  return <Person key={id} person={data} />
}

function Person({ person }: { person: PublicView }) {
  const { session } = useSession()
  const navigate = useNavigate()
  const isAdministrator = session !== null && hasRole(session.role, 'admin')
  const { workEmail, workPhone, manager, preferredName } = person
  const called: readonly Particular[] = preferredName === '' ? [] : [{ name: text.preferredName, value: preferredName }]
  const lines: readonly Particular[] = [
    ...called,
    { name: text.position, value: person.position?.name ?? text.nothing },
    { name: text.department, value: person.department?.name ?? text.nothing },
    { name: words.columns.email, value: copyable(words.columns.email, workEmail) },
    { name: words.columns.phone, value: copyable(words.columns.phone, workPhone) },
    { name: text.reportsTo, value: manager ? <PersonLink {...manager} /> : text.nobody },
  ]
  return (
    <Screen
      title={fullName(person)}
      actions={
        <>
          <PhotoOf id={person.id} name={fullName(person)} size={64} />
          {isAdministrator && (
            <Button variant="default" onClick={() => void navigate(employeePath(person.id))}>
              {text.record}
            </Button>
          )}
        </>
      }
    >
      <Particulars lines={lines} />
      <Section title={text.reports}>
        <Reports of={person} />
      </Section>
    </Screen>
  )
}

const copyable = (name: string, value: string) =>
  value === '' ? text.nothing : <CopyableText name={name} text={value} />

function PersonLink({ id, name }: { id: number; name: string }) {
  return (
    <Anchor component={Link} to={personPath(id)}>
      {name}
    </Anchor>
  )
}

function NobodyHere() {
  const navigate = useNavigate()
  return (
    <Screen title={text.heading}>
      <EmptyState
        title={text.missing.title}
        detail={text.missing.detail}
        icon={<IconUserQuestion size={32} stroke={1.25} />}
      >
        <Button variant="default" onClick={() => void navigate(pathOf('directory'))}>
          {text.missing.action}
        </Button>
      </EmptyState>
    </Screen>
  )
}
