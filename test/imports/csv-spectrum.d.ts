declare module 'csv-spectrum' {
  interface Sample {
    readonly name: string
    readonly csv: Buffer
    readonly json: Buffer
  }
  function csvSpectrum(done: (error: Error | null, samples: Sample[]) => void): void
  export = csvSpectrum
}
