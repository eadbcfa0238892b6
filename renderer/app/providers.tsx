import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { NoticeProvider } from '../frame/notice.tsx'
import { UnsavedWorkProvider } from '../frame/unsaved-work.tsx'
import { mostToasts } from '../ui/toast.ts'
import classes from './providers.module.css'
import { colorSchemeManager, cssVariables, theme } from './theme.ts'

interface ProvidersProps {
  /** Marks the style tags of this page load as ours for the Content Security Policy. */
  readonly nonce: string
  /** `test` leaves transitions and portals out. */
  readonly env?: 'default' | 'test'
  readonly children: ReactNode
}

/** What every screen stands in, whoever is signed in. */
export function Providers({ nonce, env = 'default', children }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      getStyleNonce={() => nonce}
      env={env}
    >
      <Notifications position="bottom-right" limit={mostToasts} classNames={{ root: classes.toasts }} />
      <NoticeProvider>
        <UnsavedWorkProvider>{children}</UnsavedWorkProvider>
      </NoticeProvider>
    </MantineProvider>
  )
}
