import { pathOf } from '../../frame/paths.ts'

/** The card of a person in the directory. */
export const personPath = (id: number): string => `${pathOf('directory')}/${id}`
