import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { hasRole } from '../../../electron/contract/roles.ts'
import { answerOf, staffdesk } from '../../bridge/staffdesk.ts'
import { useSession } from '../../frame/session.ts'
import { RequestError } from '../../ui/RequestError.tsx'
import { words as sharedWords } from '../../ui/strings.ts'
import { toast } from '../../ui/toast.ts'
import classes from './palette.module.css'
import { peopleQuery } from './people.ts'
import { paletteWords as words } from './strings.ts'
import { type Entry, useEntries } from './use-entries.ts'

/** How long the typing has to rest before main is asked, in milliseconds. */
const restMs = 120

/** The contract's longest search. */
const longestSearch = 100

interface PaletteProps {
  readonly opened: boolean
  readonly isMac: boolean
  readonly onClose: () => void
  readonly showShortcuts: () => void
}

/** Finds people, screens and actions by a few letters: a field, and below it what they may mean, the likeliest first. */
export function Palette({ opened, onClose, ...rest }: PaletteProps) {
  const opener = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (opened) opener.current = document.activeElement
  }, [opened])
  // By hand and at once, so that a screen that is gone to can take the focus after it.
  const close = () => {
    onClose()
    if (opener.current instanceof HTMLElement) opener.current.focus()
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={words.title}
      closeButtonProps={{ 'aria-label': sharedWords.close }}
      returnFocus={false}
      centered={false}
      yOffset="12vh"
    >
      <Finder {...rest} onClose={close} />
    </Modal>
  )
}

function Finder({ isMac, onClose, showShortcuts }: Omit<PaletteProps, 'opened'>) {
  const { session } = useSession()
  const isAdministrator = session !== null && hasRole(session.role, 'admin')
  const list = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const search = typed.trim()
  const [rested] = useDebouncedValue(search, restMs)
  const people = useQuery(peopleQuery(rested, isAdministrator))
  const isSearching = search !== '' && (rested !== search || people.isFetching)
  const entries = useEntries(search, search === '' ? [] : (people.data ?? []), showShortcuts)
  const current = entries[Math.min(active, entries.length - 1)]
  const optionId = (entry: Entry) => `${list} ${entry.key}`.replaceAll(' ', '-')

  function go(entry: Entry | undefined) {
    setIsChosen(false)
    if (entry === undefined) return
    onClose()
    entry.run()
  }

  // Enter may be faster than the search: then it means what the search brings.
  const [isChosen, setIsChosen] = useState(false)
  const goToCurrent = useEffectEvent(() => go(current))
  useEffect(() => {
    if (isChosen && !isSearching) goToCurrent()
  }, [isChosen, isSearching])

  const currentId = current && optionId(current)
  useEffect(() => {
    if (currentId !== undefined) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  async function copyAddress(text: string) {
    try {
      await answerOf(staffdesk.application.copy({ text, secret: false }))
      toast(words.copied, text)
    } catch {
      toast(words.copyFailed)
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key, currentTarget: field } = event
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    const isCopy = key.toLowerCase() === 'c' && (isMac ? event.metaKey : event.ctrlKey)
    if (event.nativeEvent.isComposing) return
    if (step !== undefined && entries.length > 0) {
      setActive((Math.min(active, entries.length - 1) + step + entries.length) % entries.length)
    } else if (key === 'Enter') {
      setIsChosen(true)
    } else if (isCopy && current?.address && field.selectionStart === field.selectionEnd) {
      void copyAddress(current.address)
    } else return
    event.preventDefault()
  }

  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={words.title}
        aria-expanded={entries.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={currentId}
        placeholder={words.hint}
        maxLength={longestSearch}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setActive(0)
          setIsChosen(false)
        }}
        onKeyDown={onKeyDown}
      />
      {people.isError && search !== '' && (
        <div className={classes.failure}>
          <RequestError failure={people.error} title={words.failure} />
        </div>
      )}
      <div id={list} role="listbox" aria-label={words.results} className={classes.list}>
        {entries.map((entry) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus, and its keys act on the options
          <div
            key={entry.key}
            id={optionId(entry)}
            role="option"
            tabIndex={-1}
            aria-selected={entry === current}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => go(entry)}
          >
            <span className={classes.label}>{entry.label}</span>
            {entry.detail !== '' && <span className={classes.detail}>{entry.detail}</span>}
            <span className={classes.kind}>{entry.address ?? words.kinds[entry.kind]}</span>
          </div>
        ))}
      </div>
      <p role="status" className={classes.status}>
        {entries.length === 0 && !isSearching ? words.nothing : words.count(entries.length)}
      </p>
      <p className={classes.keys}>{isMac ? words.keysOfMac : words.keys}</p>
    </>
  )
}
