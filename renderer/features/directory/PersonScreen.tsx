import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from 'react-router'
import { hasRole } from '../../../electron/contract/roles.ts'
import type { PublicView } from '../../../electron/contract/visibility.ts'
import { idIn } from '../../bridge/address.ts'
import { pathOf } from '../../frame/paths.ts'
import { useSession } from '../../frame/session.ts'
import { employeePath } from '../../registry/employee-paths.ts'
import { fullName } from '../../registry/names.ts'
import { type Particular, Particulars } from '../../ui/Particulars.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Section } from '../../ui/Section.tsx'
import { PhotoOf } from '../photos/PhotoOf.tsx'
import { CopyableText } from './CopyableText.tsx'
import { PersonFrame } from './PersonFrame.tsx'
import { personPath } from './paths.ts'
import { personQuery } from './queries.ts'
import { Reports } from './Reports.tsx'
import { words } from './strings.ts'

const text = words.person

/** What everybody may know of one person: how to reach them, to whom they report, and who reports to them. */
export function PersonScreen() {
  const id = idIn(useParams().id)
  const query = useQuery({ ...personQuery(id ?? 0), enabled: id !== null })
  return (
    <PersonFrame id={id} query={query} words={text} list={pathOf('directory')} height={240}>
      {(person) => <Person key={id} person={person} />}
    </PersonFrame>
  )
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
