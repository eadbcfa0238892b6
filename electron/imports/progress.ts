import { Refusal } from '../contract/errors.ts'

/**
 * Told how many rows are done, and of how many once that is known.
 * @throws ImportCancelled where the person wants to stop
 */
export type Progress = (done: number, total: number | null) => void

/** The person stopped the act; nothing of it stays. */
export class ImportCancelled extends Refusal {
  constructor() {
    super('REFUSED', 'Stopped. Nothing was changed.')
    this.name = 'ImportCancelled'
  }
}
