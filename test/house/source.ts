import { readdirSync, readFileSync } from 'node:fs'
import { posix, sep } from 'node:path'
import { parseSync, Visitor } from 'vite'

/** One source file, as far as the rules of the house look at it. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string
  readonly text: string
  /** What it imports, exports from or loads: paths from the root of the repository, or names of packages. */
  readonly imports: readonly string[]
  /** Member accesses and calls worth a rule, as written: `Date.now()`, `new Date()`, `shell.openExternal`. */
  readonly uses: readonly string[]
  /** The texts of its string and template literals; a substitution stands as `?`. */
  readonly literals: readonly string[]
}

/** Parses a file. Types count as imports: a floor that knows another's types depends on it. */
export function parseSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const imports = new Set<string>()
  const uses: string[] = []
  const literals: string[] = []
  const resolve = (request: string) => (request.startsWith('.') ? posix.join(posix.dirname(path), request) : request)
  const memberOf = (node: { type: string }): string | null => {
    const { object, property, computed } = node as unknown as Record<'object' | 'property', { name?: string }> & {
      computed: boolean
    }
    return node.type === 'MemberExpression' && !computed ? `${object.name ?? ''}.${property.name ?? ''}` : null
  }
  new Visitor({
    ImportDeclaration(node) {
      imports.add(resolve(node.source.value))
      for (const one of node.specifiers)
        if (one.type === 'ImportSpecifier' && one.imported.type === 'Identifier')
          uses.push(`import ${one.imported.name} from ${node.source.value}`)
    },
    ExportNamedDeclaration(node) {
      if (node.source) imports.add(resolve(node.source.value))
    },
    ExportAllDeclaration(node) {
      imports.add(resolve(node.source.value))
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal') imports.add(resolve(String(node.source.value)))
    },
    NewExpression(node) {
      if (node.callee.type !== 'Identifier') return
      uses.push(`new ${node.callee.name}(${node.arguments.length === 0 ? '' : '…'})`)
    },
    CallExpression(node) {
      const called = node.callee.type === 'Identifier' ? node.callee.name : memberOf(node.callee)
      if (called) uses.push(`${called}()`)
    },
    MemberExpression(node) {
      const member = memberOf(node)
      if (member) uses.push(member)
    },
    Literal(node) {
      if (typeof node.value === 'string') literals.push(node.value)
    },
    TemplateLiteral(node) {
      literals.push(node.quasis.map(({ value }) => value.cooked ?? '').join('?'))
    },
  }).visit(program)
  return { path, text, imports: [...imports], uses, literals }
}

/** All TypeScript files of a folder, parsed. */
export function readSources(folder: string): readonly Source[] {
  return filesIn(folder)
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => parseSource(path, readFileSync(path, 'utf8')))
}

/** All folders inside `folder`, from the root of the repository, with slashes. */
export function foldersIn(folder: string): readonly string[] {
  return entriesIn(folder, 'isDirectory')
}

function filesIn(folder: string): readonly string[] {
  return entriesIn(folder, 'isFile')
}

function entriesIn(folder: string, kind: 'isDirectory' | 'isFile'): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry[kind]())
    .map((entry) => posix.join(entry.parentPath.split(sep).join('/'), entry.name))
    .sort()
}
