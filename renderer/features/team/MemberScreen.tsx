import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { idIn } from '../../bridge/address.ts'
import { pathOf } from '../../frame/paths.ts'
import { fullName } from '../../registry/names.ts'
import { Particulars } from '../../ui/Particulars.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Section } from '../../ui/Section.tsx'
import { AskAdministrators } from '../directory/AskAdministrators.tsx'
import { PersonFrame } from '../directory/PersonFrame.tsx'
import { groupsOf } from '../directory/record-groups.ts'
import { memberQuery } from './queries.ts'
import { words } from './strings.ts'

/** What a manager sees of somebody below them: what belongs to work, to read. */
export function MemberScreen() {
  const id = idIn(useParams().id)
  const query = useQuery({ ...memberQuery(id ?? 0), enabled: id !== null })
  return (
    <PersonFrame id={id} query={query} words={words.member} list={pathOf('team')} height={360}>
      {({ member, custom }) => (
        <Screen key={id} title={fullName(member)} lead={<AskAdministrators />}>
          {groupsOf(member, custom).map(({ title, lines }) => (
            <Section key={title} title={title}>
              <Particulars lines={lines} />
            </Section>
          ))}
        </Screen>
      )}
    </PersonFrame>
  )
}
