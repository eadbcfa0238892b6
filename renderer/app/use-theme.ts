import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import type { SessionView } from '../../electron/contract/session-view.ts'

/** Shows the window in the theme of its session; without one, in this computer's. */
export function useTheme(session: SessionView | null): void {
  const { setColorScheme } = useMantineColorScheme()
  const theme = session?.theme ?? 'system'
  useEffect(() => setColorScheme(theme === 'system' ? 'auto' : theme), [theme, setColorScheme])
}
