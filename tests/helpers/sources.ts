import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync, Visitor } from 'vite'

export type Source = {
  /** From the project's root, with forward slashes. */
  file: string
  lines: number
  /** What it imports, however it was written: ours as `#folder/...` without extension, packages by name. */
  imports: string[]
  /** Of ours, each name it takes: `#shared/lib/fold fold`; `*` where it takes a whole module. */
  takes: string[]
  /** Values it exports, not types. */
  gives: string[]
  /** What it exports without having made it. */
  handsOn: string[]
  /** Texts that stand in it; a hole of a template is `${}`. */
  texts: string[]
  /** Places where a type is given up. */
  anys: number
  defaultExports: number
}

/** Our TypeScript below a folder. */
export const sourcesIn = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((file) => inspect(file, readFileSync(file, 'utf8')))

export const sources: readonly Source[] = ['shared', 'electron', 'renderer'].flatMap(sourcesIn)

export function inspect(file: string, text: string): Source {
  const { program, module } = parseSync(file, text)
  const takes = [
    ...module.staticImports.flatMap(({ moduleRequest, entries }) =>
      entries.map(({ importName: { kind, name } }) => [moduleRequest.value, kind === 'Name' ? name : '*']),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.map(({ moduleRequest, importName: { name } }) => [moduleRequest?.value, name ?? '*']),
    ),
  ].flatMap(([from, name]) => (from ? `${whole(file, from)} ${name}` : []))
  const named = [
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
  ]
  const gives = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ isType, moduleRequest, exportName: { name } }) =>
      isType || moduleRequest || !name ? [] : name,
    ),
  )
  const handsOn = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, exportName: { name } }) => (moduleRequest ? (name ?? '*') : [])),
  )
  const texts: string[] = []
  let anys = 0
  let defaultExports = 0
  new Visitor({
    TSAnyKeyword: () => void anys++,
    ExportDefaultDeclaration: () => void defaultExports++,
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value)
    },
    TemplateLiteral: ({ quasis }) => void texts.push(quasis.map(({ value }) => value.cooked).join('${}')),
    ImportExpression: ({ source }) => {
      if (source.type !== 'Literal' || typeof source.value !== 'string') return
      named.push(source.value)
      takes.push(`${whole(file, source.value)} *`)
    },
  }).visit(program)
  const imports = [...new Set(named.map((name) => whole(file, name)))]
  const lines = text.trimEnd().split('\n').length
  return { file, lines, imports, takes, gives, handsOn, texts, anys, defaultExports }
}

function whole(file: string, name: string): string {
  const ours = name.startsWith('.') ? `#${join(dirname(file), name).replaceAll('\\', '/')}` : name
  return ours.startsWith('#') ? ours.replace(/\.tsx?$/, '') : ours
}
