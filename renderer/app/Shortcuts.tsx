import { useEffect, useEffectEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { staffdesk } from '../bridge/staffdesk.ts'
import { Palette } from '../features/palette/Palette.tsx'
import { type KeyEntry, type KeyId, keyOf } from '../frame/key-map.ts'
import { useNoticeLeaving } from '../frame/notice.tsx'
import { pathOf, paths } from '../frame/paths.ts'
import { useSession } from '../frame/session.ts'
import { runKey } from '../frame/use-key.ts'
import { isCovered } from '../ui/top-layer.ts'
import { ShortcutsDialog } from './ShortcutsDialog.tsx'

const backButton = 3
const forwardButton = 4

const isDialogOpen = (): boolean => document.querySelector('[aria-modal="true"]') !== null

/** Acts on the key map, on the mouse's own back and forward, and on the menu's commands. */
export function Shortcuts() {
  const { start, session, lockNow, requireLogin } = useSession()
  const navigate = useNavigate()
  useNoticeLeaving()
  const [shown, setShown] = useState(false)
  const [goesTo, setGoesTo] = useState(false)
  const isMac = start.platform === 'darwin'
  const isCompanyOpen = ['login', 'signed-in', 'locked'].includes(start.show.screen)

  function run(id: KeyId, screen?: KeyEntry['screen']) {
    if (id === 'shortcuts') return setShown(true)
    if (id === 'lock') return void (session !== null && lockNow())
    // A dialog is answered before anything else.
    if (isDialogOpen() || !isCompanyOpen) return
    if (id === 'go-to') return setGoesTo(session !== null && !session.mustChoosePassword && !isCovered())
    if (id === 'back') return void navigate(-1)
    if (id === 'forward') return void navigate(1)
    if (runKey(id) || screen === undefined) return
    if (session === null) void requireLogin(pathOf(screen), 'anybody')
    else void navigate(session.mustChoosePassword ? paths.choosePassword : pathOf(screen))
  }

  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const entry = keyOf(event, isMac)
    if (entry === undefined || event.defaultPrevented) return
    event.preventDefault()
    run(entry.id, entry.screen)
  })
  const onMouse = useEffectEvent((event: MouseEvent) => {
    if (event.button === backButton) run('back')
    if (event.button === forwardButton) run('forward')
  })
  const onCommand = useEffectEvent((id: KeyId) => run(id))

  useEffect(() => {
    const handleKey = (event: KeyboardEvent) => onKey(event)
    const handleMouse = (event: MouseEvent) => onMouse(event)
    window.addEventListener('keydown', handleKey)
    window.addEventListener('mouseup', handleMouse)
    const stop = staffdesk.on('application.command', ({ command }) => onCommand(command))
    return () => {
      window.removeEventListener('keydown', handleKey)
      window.removeEventListener('mouseup', handleMouse)
      stop()
    }
  }, [])

  return (
    <>
      <ShortcutsDialog opened={shown} isMac={isMac} onClose={() => setShown(false)} />
      <Palette opened={goesTo} isMac={isMac} onClose={() => setGoesTo(false)} showShortcuts={() => setShown(true)} />
    </>
  )
}
