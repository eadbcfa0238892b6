import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import classes from './SectionsMenu.module.css'
import { words } from './strings.ts'

/** Shows a heading at the top of its screen and puts the focus on it. */
function goTo(heading: HTMLElement): void {
  heading.tabIndex = -1
  heading.focus({ preventScroll: true })
  heading.scrollIntoView({ block: 'start' })
}

/** Leads past the many fields of a long screen, to any of its headings. */
export function SectionsMenu() {
  const button = useRef<HTMLButtonElement>(null)
  const [headings, setHeadings] = useState<readonly HTMLElement[]>([])
  const look = () => setHeadings([...(button.current?.closest('main')?.querySelectorAll('h2') ?? [])])
  return (
    // Esc still goes back to the button; what is chosen keeps the focus.
    <Menu position="bottom-end" onOpen={look} returnFocus={false}>
      <Menu.Target>
        <Button ref={button} variant="default" rightSection={<IconChevronDown size={16} aria-hidden="true" />}>
          {words.sections}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.menu}>
        {headings.map((heading) => (
          <Menu.Item key={heading.textContent} onClick={() => goTo(heading)}>
            {heading.textContent}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
