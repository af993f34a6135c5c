import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, Visitor } from 'vite'

export type Source = {
  /** From the project's root, with forward slashes. */
  file: string
  lines: number
  /** What it imports, however it was written: ours as `#folder/...` without extension, packages by name. */
  imports: string[]
  /** Places where a type is given up. */
  anys: number
  defaultExports: number
}

const FOLDERS = ['shared', 'electron', 'renderer'] as const

export const sources: readonly Source[] = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name)),
).map(read)

function read(file: string): Source {
  return inspect(file, readFileSync(file, 'utf8'))
}

export function inspect(file: string, text: string): Source {
  const { program, module } = parseSync(file, text)
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  let anys = 0
  let defaultExports = 0
  new Visitor({
    TSAnyKeyword: () => void anys++,
    ExportDefaultDeclaration: () => void defaultExports++,
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') named.push(source.value)
    },
  }).visit(program)
  const imports = [...new Set(named.map((name) => whole(file, name)))]
  return { file, lines: text.trimEnd().split('\n').length, imports, anys, defaultExports }
}

function whole(file: string, name: string): string {
  const ours = name.startsWith('.') ? `#${join(dirname(file), name).replaceAll('\\', '/')}` : name
  return ours.startsWith('#') ? ours.replace(/\.tsx?$/, '') : ours
}
