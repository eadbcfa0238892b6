import type { Target } from '../report/finding.ts'

/** A page and its total, and a search and its total, beside statements without any framework. */
export const rawPageTarget: Target = { least: 0.6 }
export const rawSearchTarget: Target = { least: 0.7 }

/** The page alone, beside Django's ORM. */
export const djangoPageTarget: Target = { least: 4 }

/** A search by name order, with its total, in milliseconds. */
export const searchTarget: Target = { most: 2.5 }
