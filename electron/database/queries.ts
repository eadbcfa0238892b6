import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { Schema } from './schema.ts'

/**
 * SQLite prepares a statement anew, at every run, once the plan has looked at one of its parameters (in a join's
 * condition, or a limit); that takes longer than the run. It looks at no parameter behind a plus, which changes no value
 * and no affinity (https://sqlite.org/lang_expr.html).
 */
class Compiler extends SqliteQueryCompiler {
  protected override getCurrentParameterPlaceholder(): string {
    return '+?'
  }
}

/** Builds queries; runs none. What it builds is handed to the `Database` port. */
export const queries = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new Compiler(),
  },
})
