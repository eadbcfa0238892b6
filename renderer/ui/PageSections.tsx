import { useEffect, useRef, useState } from 'react'
import classes from './PageSections.module.css'
import { words } from './strings.ts'

/** The headings of a screen's parts; what a dialog over it is about is none of its parts. */
const headingsAround = (element: HTMLElement | null): HTMLElement[] =>
  [...(element?.closest('main')?.querySelectorAll('h2') ?? [])].filter((heading) => !heading.closest('[role="dialog"]'))

/** The parts of a long screen, each one press away; from there on the keyboard goes on inside it. */
export function PageSections() {
  const nav = useRef<HTMLElement>(null)
  const [titles, setTitles] = useState<readonly string[]>([])

  useEffect(() => {
    const read = () => {
      const found = headingsAround(nav.current).map(({ textContent }) => textContent)
      setTitles((known) => (known.join('\n') === found.join('\n') ? known : found))
    }
    read()
    const main = nav.current?.closest('main')
    if (!main) return
    const observer = new MutationObserver(read)
    observer.observe(main, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [])

  const goTo = (index: number) => {
    const heading = headingsAround(nav.current)[index]
    if (!heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView()
  }
  return (
    <nav ref={nav} className={classes.sections} aria-label={words.sections}>
      <ul>
        {titles.map((title, index) => (
          <li key={title}>
            <button type="button" onClick={() => goTo(index)}>
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
