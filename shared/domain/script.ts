import { isOneOf } from '../lib/table.ts'
import { LANGUAGES, type Language } from './language.ts'
import { SCRIPTS } from './script-texts.ts'

/** What a script may name. `first`: given name; `rep`: who calls; `source`: where the number came from. */
const MERGE_FIELDS = ['first', 'name', 'rep', 'company', 'city', 'source'] as const
/** Null = not known. */
export type Fields = Readonly<Record<(typeof MERGE_FIELDS)[number], string | null>>

export const OCCASIONS = ['cold', 'promised', 'asked'] as const
export type Occasion = (typeof OCCASIONS)[number]

/**
 * What to say on a list, in one language, as its team lead writes it: text with {fields}. What stands in [brackets] is
 * said only when all it names is known; `[a|b]` says the first that is.
 */
export type Script = {
  openers: Readonly<Record<Occasion, string>>
  /** Where the number came from; follows the opener unless they are expecting us. */
  source: string
  /** That they may object; follows every opener. */
  object: string
  /** "Where did you get my number?" */
  numberFrom: string
  /** By criterion. */
  questions: Readonly<Record<string, string>>
  /** When they say this, we say that, and ask for `next` after it. */
  branches: readonly { when: string; say: string; next: string | null }[]
  closes: readonly { when: string; say: string }[]
}
export type Scripts = Readonly<Record<Language, Script>>

/** Who, why, where the number came from, and the right to object (PRODUCT.md section 9). */
export const openerFor = (script: Script, occasion: Occasion, fields: Fields): string =>
  [script.openers[occasion], occasion === 'promised' ? '' : script.source, script.object]
    .map((part) => merge(part, fields))
    .filter(Boolean)
    .join(' ')

const INNERMOST = /\[([^[\]]*)\]/
const MERGE = /\{(\w+)\}(\.?)/g

/** The text with its fields filled in; one that is not known leaves no hole. */
export function merge(text: string, fields: Fields): string {
  const known = (part: string) => [...part.matchAll(MERGE)].every(([, name]) => valueOf(name, fields) !== '')
  let rest = text
  for (let found = INNERMOST.exec(rest); found; found = INNERMOST.exec(rest)) {
    const said = (found[1] ?? '').split('|').find(known) ?? ''
    rest = rest.slice(0, found.index) + said + rest.slice(found.index + found[0].length)
  }
  return (
    rest
      // "S.A." ends in a full stop of its own.
      .replace(MERGE, (_, name: string, stop: string) =>
        `${valueOf(name, fields)}${stop}`.replace(/\.\.$/, '.'),
      )
      .replace(/\s+([,.;:?!])/g, '$1')
      .replace(/,+/g, ',')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

const valueOf = (name: string | undefined, fields: Fields): string =>
  fields[name as keyof Fields]?.trim() ?? ''

/** How to ask for a criterion: as the list has it, else as shipped, else its own name. */
export const questionFor = (script: Script, language: Language, criterion: string): string =>
  script.questions[criterion]?.trim() || SCRIPTS[language].questions[criterion] || criterion

export const SCRIPT_REFUSALS = [
  'opener-missing',
  'rep-missing',
  'source-missing',
  'object-missing',
  'words-missing',
  'field-unknown',
  'bracket-open',
] as const
type ScriptRefusal = (typeof SCRIPT_REFUSALS)[number]

/** Why a script can't be saved as it stands; empty when it can. An opening line must say who, whence and the right to object. */
export function scriptProblems(scripts: Scripts): ScriptRefusal[] {
  return [...new Set(LANGUAGES.flatMap((language) => problemsOf(scripts[language])))]
}

function problemsOf(script: Script): ScriptRefusal[] {
  const openers = OCCASIONS.map((occasion) => script.openers[occasion])
  const said = [...script.branches, ...script.closes].flatMap(({ when, say }) => [when, say])
  const texts = [...openers, script.source, script.object, script.numberFrom, ...said]
  const all = [...texts, ...Object.values(script.questions)]
  const lacks = (problem: ScriptRefusal, isMissing: boolean) => (isMissing ? [problem] : [])
  return [
    ...lacks('opener-missing', openers.some(isBlank)),
    ...lacks(
      'rep-missing',
      openers.some((opener) => !opener.includes('{rep}')),
    ),
    ...lacks(
      'source-missing',
      ![script.source, script.numberFrom].every((text) => text.includes('{source}')),
    ),
    ...lacks('object-missing', isBlank(script.object)),
    ...lacks('words-missing', said.some(isBlank)),
    ...lacks('field-unknown', all.some(namesUnknown)),
    ...lacks('bracket-open', !all.every(isBalanced)),
  ]
}

const isBlank = (text: string) => text.trim() === ''
const namesUnknown = (text: string) =>
  [...text.matchAll(/\{([^}]*)\}?/g)].some(([, name]) => !isOneOf(MERGE_FIELDS, name))

function isBalanced(text: string): boolean {
  const depths = [...text].reduce<number[]>(
    (all, char) => [...all, (all.at(-1) ?? 0) + (char === '[' ? 1 : char === ']' ? -1 : 0)],
    [],
  )
  return depths.every((depth) => depth >= 0) && (depths.at(-1) ?? 0) === 0
}
