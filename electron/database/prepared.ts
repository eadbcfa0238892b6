import type { Compilable, CompiledQuery } from 'kysely'

/** Stands in a query for a value that is bound later. Kysely takes an object it does not know for a value. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

/**
 * Compiles a query once; the function that comes back only binds values. Compiling costs more than SQLite needs to
 * answer a query by key, so what every call passes through (sessions, sign-in) is prepared.
 * @param build builds the query, with `parameter(name)` wherever a value belongs
 */
export function prepared<Parameters extends object, Row>(
  build: (parameter: <Name extends keyof Parameters & string>(name: Name) => Parameters[Name]) => Compilable<Row>,
): (values: Parameters) => CompiledQuery<Row> {
  const { query, queryId, sql, parameters } = build(
    <Name extends keyof Parameters & string>(name: Name) => new Placeholder(name) as Parameters[Name],
  ).compile()
  return (values) => ({
    query,
    queryId,
    sql,
    parameters: parameters.map((value) =>
      value instanceof Placeholder ? values[value.name as keyof Parameters] : value,
    ),
  })
}

/** Every one of the columns with its parameter, as `values` and `set` take them. */
export function parametersFor<Parameters extends object, Column extends keyof Parameters & string>(
  parameter: <Name extends keyof Parameters & string>(name: Name) => Parameters[Name],
  columns: readonly Column[],
): Pick<Parameters, Column> {
  return Object.fromEntries(columns.map((column) => [column, parameter(column)])) as Pick<Parameters, Column>
}
