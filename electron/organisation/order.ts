/** As people look for names: case and accents count last, and 2 comes before 10. */
const collator = new Intl.Collator('en-GB', { numeric: true })

/** The rows in the order of their names. */
export const inOrder = <Row>(rows: readonly Row[], nameOf: (row: Row) => string): Row[] =>
  rows.toSorted((one, other) => collator.compare(nameOf(one), nameOf(other)))
