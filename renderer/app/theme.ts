import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core'

/** The one accent, a deep petrol. White on it has a contrast of 4.5:1 and more from shade 6 on. */
const petrol: MantineColorsTuple = [
  '#eef7f8',
  '#d9ebed',
  '#b3d8dc',
  '#88c2c9',
  '#5fabb5',
  '#37929e',
  '#16788a',
  '#0f6675',
  '#0c5461',
  '#09424c',
]

/** For what destroys; from shade 6 on as readable under white as the accent. */
const red: MantineColorsTuple = [
  '#fdf3f2',
  '#fbe3e1',
  '#f2c4c0',
  '#ff8a80',
  '#ec6a5e',
  '#de4f43',
  '#cf3a30',
  '#b3261e',
  '#96201a',
  '#7a1a15',
]

const gray: MantineColorsTuple = [
  '#f8f9f9',
  '#f1f3f4',
  '#e6e9ea',
  '#d8dcde',
  '#c3c9cc',
  '#8b9398',
  '#5f686e',
  '#485056',
  '#31373b',
  '#1d2124',
]

const dark: MantineColorsTuple = [
  '#e4e7e9',
  '#c6cbce',
  '#a0a7ac',
  '#757d83',
  '#4b5258',
  '#34393e',
  '#24282c',
  '#191c1f',
  '#131517',
  '#0d0e10',
]

/** Dialogs come and go at once: while one faded, the keys pressed next would still be taken as meant for it, and lost. */
const dialogTransition = { duration: 0 }

/** The look of every screen: Inter, one accent, cool neutral greys, an 8-pixel rhythm. */
export const theme = createTheme({
  colors: { petrol, red, gray, dark },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  black: '#1d2124',
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', 'SF Mono', Consolas, monospace",
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.3' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.5' },
    },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    InputWrapper: {
      defaultProps: { withAsterisk: false, inputWrapperOrder: ['label', 'input', 'error', 'description'] },
    },
    Modal: { defaultProps: { centered: true, transitionProps: dialogTransition } },
    Drawer: { defaultProps: { transitionProps: dialogTransition } },
  },
})

/** Colours that Mantine's own do not reach: readable secondary text, field borders of 3:1, and the notices' tints. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': red[7],
    '--mantine-color-anchor': petrol[7],
    '--staffdesk-hairline': gray[2],
    '--staffdesk-surface': gray[0],
    '--staffdesk-hover': gray[1],
    '--staffdesk-selected': gray[2],
    '--staffdesk-field-border': gray[5],
    '--staffdesk-focus': petrol[6],
    '--staffdesk-good': '#1b7a43',
    '--staffdesk-good-border': '#bfe3cd',
    '--staffdesk-good-background': '#f0f9f3',
    '--staffdesk-bad': red[7],
    '--staffdesk-bad-border': red[2],
    '--staffdesk-bad-background': red[0],
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-text': dark[0],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': red[3],
    '--mantine-color-anchor': petrol[3],
    '--staffdesk-hairline': dark[5],
    '--staffdesk-surface': dark[8],
    '--staffdesk-hover': dark[6],
    '--staffdesk-selected': dark[5],
    '--staffdesk-field-border': dark[3],
    '--staffdesk-focus': petrol[4],
    '--staffdesk-good': '#6fcf97',
    '--staffdesk-good-border': '#24523a',
    '--staffdesk-good-background': '#15251c',
    '--staffdesk-bad': red[3],
    '--staffdesk-bad-border': '#6b322d',
    '--staffdesk-bad-background': '#2c1a18',
  },
})

/** Light or dark is the main process's choice for the whole application; the page follows what Chromium reports. */
export const colorSchemeManager: MantineColorSchemeManager = {
  get: () => 'auto',
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
}
