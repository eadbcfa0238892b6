import { Button, Skeleton } from '@mantine/core'
import { IconUserQuestion } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { idIn, isNotFound } from '../../app/address.ts'
import { pathOf } from '../../app/paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Particulars } from '../../ui/Particulars.tsx'
import { RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Section } from '../../ui/Section.tsx'
import { AskAdministrators } from '../directory/AskAdministrators.tsx'
import { groupsOf } from '../directory/record-groups.ts'
import { fullName } from '../employees/names.ts'
import { memberQuery } from './queries.ts'
import { words } from './strings.ts'

const text = words.member

/** What a manager sees of somebody below them: what belongs to work, to read. */
export function MemberScreen() {
  const id = idIn(useParams().id)
  const { data, error, refetch } = useQuery({ ...memberQuery(id ?? 0), enabled: id !== null })
  const isMissing = id === null || isNotFound(error)
  if (isMissing) return <NobodyHere />
  if (data === undefined) {
    return (
      <Screen title={text.heading}>
        {error ? (
          <RequestError failure={error} title={text.failure} onRetry={() => void refetch()} />
        ) : (
          <Skeleton height={360} maw={560} aria-label={text.loading} />
        )}
      </Screen>
    )
  }
  return (
    <Screen key={id} title={fullName(data.member)} lead={<AskAdministrators />}>
      {groupsOf(data.member, data.custom).map(({ title, lines }) => (
        <Section key={title} title={title}>
          <Particulars lines={lines} />
        </Section>
      ))}
    </Screen>
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
        <Button variant="default" onClick={() => void navigate(pathOf('team'))}>
          {text.missing.action}
        </Button>
      </EmptyState>
    </Screen>
  )
}
