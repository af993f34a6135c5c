import type * as z from 'zod'

import type { Output } from '#shared/contract/api'
import {
  CONFIG_FORMAT,
  CONFIG_FORMAT_VERSION,
  configFile,
  type configSections,
  LARGEST_CONFIG,
} from '#shared/contract/config'

export type Problem = Extract<Output<'config.import'>, { kind: 'refused' }>['problems'][number]
export type FileSections = z.output<typeof configSections>

export const problem = (
  path: readonly string[],
  reason: Problem['reason'],
  detail: string | null = null,
  code: string | null = null,
): Problem => ({ path: [...path], reason, detail, code })

/** What a file says, or everything that keeps it from being read. Names that nobody knows are refused: they were meant. */
export function readConfig(text: string): FileSections | Problem[] {
  if (text.length > LARGEST_CONFIG) return [problem([], 'too-large')]
  const raw = parsed(text)
  if (raw === undefined) return [problem([], 'not-json')]
  if (!isObject(raw) || raw['format'] !== CONFIG_FORMAT) return [problem(['format'], 'not-ours')]
  if (Number(raw['formatVersion']) > CONFIG_FORMAT_VERSION) return [problem(['formatVersion'], 'newer')]
  const read = configFile.safeParse(raw)
  if (!read.success) return read.error.issues.map((issue) => problemOf(issue, raw))
  const stray = strayIn(raw, read.data)
  return stray.length > 0 ? stray : read.data.sections
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function problemOf(issue: z.core.$ZodIssue, raw: unknown): Problem {
  const path = issue.path.map(String)
  const at = path[0] === 'sections' ? path.slice(1) : path
  if (valueAt(raw, path) === undefined) return problem(at, 'missing')
  if (issue.code === 'invalid_value') return problem(at, 'one-of', issue.values.map(String).join(', '))
  if (issue.code === 'invalid_type') return problem(at, 'shape', issue.expected)
  if (issue.code === 'too_big') return problem(at, 'too-many', String(issue.maximum))
  return problem(at, 'shape')
}

const valueAt = (raw: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((inner, name) => (isObject(inner) ? inner[name] : undefined), raw)

/** What stands in the file and was not taken. */
function strayIn(raw: unknown, taken: unknown, path: readonly string[] = []): Problem[] {
  if (!isObject(raw) || !isObject(taken)) return []
  return Object.entries(raw).flatMap(([name, value]) => {
    const at = [...path, name]
    if (Object.hasOwn(taken, name)) return strayIn(value, taken[name], at)
    return [problem(at[0] === 'sections' ? at.slice(1) : at, 'stray')]
  })
}

/** A list too: its places are names. */
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
