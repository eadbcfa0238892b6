import { ActionIcon, Button, Group, Skeleton } from '@mantine/core'
import { type Icon, IconHierarchy2, IconPrinter, IconUser, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { type CSSProperties, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { ChartPerson } from '../../../electron/contract/chart.ts'
import { hasRole } from '../../../electron/contract/roles.ts'
import { idIn } from '../../bridge/address.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useNotices } from '../../frame/notice.tsx'
import { useSession } from '../../frame/session.ts'
import { employeePath } from '../../registry/employee-paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { noticeOf, RequestError } from '../../ui/RequestError.tsx'
import { Screen } from '../../ui/Screen.tsx'
import { Chart } from './Chart.tsx'
import classes from './chart.module.css'
import { type ChartContext, ChartProvider, companyKey, type ItemKey, personKey } from './chart-context.ts'
import { FindInChart } from './FindInChart.tsx'
import { closed, closedChart, keepOpenings, keptOpenings, opened, revealed } from './openings.ts'
import { PersonCard } from './PersonCard.tsx'
import { belowQuery, pathQuery, readPath } from './queries.ts'
import { chartWords as words } from './strings.ts'
import { usePanning } from './use-panning.ts'
import { useZoom } from './use-zoom.ts'

/** Who reports to whom. Opens on the person who asks, or on the one whose id stands in the address. */
export function ChartScreen() {
  const asked = idIn(useParams().id)
  const client = useQueryClient()
  const navigate = useNavigate()
  const { show } = useNotices()
  const { session } = useSession()
  const viewport = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const tree = useRef<HTMLDivElement>(null)
  const own = useQuery(pathQuery(null))
  const tops = useInfiniteQuery(belowQuery(null))
  // Null until the way that it opens with is known.
  const [openings, setOpenings] = useState(() => keptOpenings(client) ?? null)
  const [active, setActive] = useState<ItemKey>(companyKey)
  const [wanted, setWanted] = useState<ChartContext['wanted']>(null)
  const [card, setCard] = useState<ChartPerson | null>(null)
  const [isCardOpen, setIsCardOpen] = useState(false)
  const zooming = useZoom(viewport, canvas)
  usePanning(viewport)

  /** Somebody who stands nowhere in the chart sees first who leads the company, and who reports to them. */
  async function begin() {
    const [first] = (await client.ensureInfiniteQueryData(belowQuery(null))).pages
    const [top] = first?.people ?? []
    setOpenings((former) => former ?? (top && first?.total === 1 ? opened(closedChart, top.id) : closedChart))
  }

  async function reveal(id: number | null, takesFocus: boolean) {
    try {
      const path = await readPath(client, id)
      const ids = path.map((person) => person.id)
      const isInSight = (other: number) => tree.current?.querySelector(`[data-key="${personKey(other)}"]`) != null
      const last = ids.at(-1)
      if (last === undefined) return await begin()
      setOpenings((former) => revealed(former ?? closedChart, ids, isInSight))
      setActive(personKey(last))
      setWanted({ key: personKey(last), takesFocus })
    } catch (failure) {
      setOpenings((former) => former ?? closedChart)
      show(noticeOf(failure))
    }
  }

  const onAsked = useEffectEvent(() => {
    if (asked !== null || openings === null) void reveal(asked, false)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address asks for another person
  useEffect(() => onAsked(), [asked])
  useEffect(() => {
    if (openings !== null) keepOpenings(client, openings)
  }, [client, openings])

  const isAdministrator = session !== null && hasRole(session.role, 'admin')
  const selfId = own.data?.at(-1)?.id ?? null
  const arrived = useCallback(() => setWanted(null), [])
  const chart = useMemo(
    (): ChartContext => ({
      openings: openings ?? closedChart,
      active,
      wanted,
      selfId,
      activate: setActive,
      arrived,
      toggle: (id) => {
        // The focus goes to where it was pressed: what had it may go with the branch.
        setActive(personKey(id))
        setOpenings((former) => former && (former.has(id) ? closed(former, id) : opened(former, id)))
      },
      showAll: (id, shown) => {
        setOpenings((former) => former && opened(former, id))
        setWanted({ key: personKey(shown), takesFocus: true })
      },
      want: (key) => setWanted({ key, takesFocus: true }),
      openPerson: (person) => {
        if (isAdministrator) return void navigate(employeePath(person.id))
        setCard(person)
        setIsCardOpen(true)
      },
    }),
    [openings, active, wanted, selfId, arrived, isAdministrator, navigate],
  )

  async function print() {
    try {
      const { printed } = await answerOf(staffdesk.application.print({}))
      if (!printed) show({ tone: 'alert', title: words.printFailed, detail: '' })
    } catch (failure) {
      show(noticeOf(failure, words.printFailed))
    }
  }

  const isEmpty = tops.data?.pages[0]?.total === 0
  return (
    <Screen
      title={words.heading}
      width="list"
      actions={
        !isEmpty && (
          <Button
            variant="default"
            leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
            onClick={() => void print()}
          >
            {words.print}
          </Button>
        )
      }
    >
      {tops.isError && <RequestError failure={tops.error} title={words.failure} onRetry={() => void tops.refetch()} />}
      {isEmpty && <EmptyState {...words.nothingYet} icon={<IconHierarchy2 size={32} stroke={1.25} />} />}
      {!isEmpty && !tops.isError && (
        <Group gap="xs">
          <FindInChart onChosen={(id) => void reveal(id, true)} />
          {selfId !== null && (
            <Button
              variant="default"
              leftSection={<IconUser size={16} stroke={1.75} aria-hidden />}
              onClick={() => void reveal(selfId, true)}
            >
              {words.myself}
            </Button>
          )}
          <Group gap={4} ml="auto">
            <ZoomButton
              label={words.zoomOut}
              icon={IconZoomOut}
              isOut={!zooming.canZoomOut}
              onClick={zooming.zoomOut}
            />
            <span role="status" className={classes.zoom}>
              {words.zoom(zooming.zoom)}
            </span>
            <ZoomButton label={words.zoomIn} icon={IconZoomIn} isOut={!zooming.canZoomIn} onClick={zooming.zoomIn} />
            <Button variant="default" onClick={zooming.fit}>
              {words.fit}
            </Button>
          </Group>
        </Group>
      )}
      {/* Always there, for what zooms and pulls it listens to it. */}
      <div ref={viewport} className={classes.viewport} hidden={isEmpty || tops.isError}>
        {openings === null ? (
          <Skeleton height={240} maw={480} aria-label={words.loading} />
        ) : (
          <div ref={canvas} className={classes.canvas} style={{ '--zoom': zooming.zoom } as CSSProperties} data-print>
            <ChartProvider value={chart}>
              <Chart tree={tree} onZoom={(direction) => (direction === 'in' ? zooming.zoomIn() : zooming.zoomOut())} />
            </ChartProvider>
          </div>
        )}
      </div>
      {!isEmpty && !tops.isError && <p className={classes.keys}>{words.keys}</p>}
      <PersonCard opened={isCardOpen} person={card} onClose={() => setIsCardOpen(false)} />
    </Screen>
  )
}

interface ZoomButtonProps {
  readonly label: string
  readonly icon: Icon
  /** Whether it goes no further: out of use, but not out of reach, so that it keeps the focus. */
  readonly isOut: boolean
  readonly onClick: () => void
}

function ZoomButton({ label, icon: Picture, isOut, onClick }: ZoomButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size="lg"
      aria-label={label}
      aria-disabled={isOut}
      data-disabled={isOut || undefined}
      onClick={onClick}
    >
      <Picture size={18} stroke={1.75} aria-hidden />
    </ActionIcon>
  )
}
