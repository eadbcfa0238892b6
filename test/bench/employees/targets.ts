import type { Target } from '../report/finding.ts'

/** A page and its total, and a search and its total, beside statements without any framework. */
export const rawPageTarget: Target = { least: 0.6 }
export const rawSearchTarget: Target = { least: 0.7 }

/** The page alone, beside Django's ORM. */
export const djangoPageTarget: Target = { least: 4 }

/** A search by name order, with its total, in milliseconds. */
export const searchTarget: Target = { most: 2.5 }

/** An import from its file on, by how often it takes what the statements alone take. */
export const importTarget: Target = { most: 2 }

/** The longest stall of the main thread meanwhile, in milliseconds, and the memory beyond the idle one, in megabytes. */
export const importStallTarget: Target = { most: 50 }
export const importMemoryTarget: Target = { most: 300 }
