import type { i18n } from 'i18next'

import { type Language, LANGUAGES } from '#shared/domain/language'
import { catalogueOf } from './setup.ts'

/** By their place under `call`, such as `grade.must_have`. */
export type OwnWords = Readonly<Record<Language, Readonly<Record<string, string>>>>

/** The team's words over ours, so that every screen reads them; what the team no longer names has our word again. */
export function layOver(words: i18n, own: OwnWords): void {
  for (const language of LANGUAGES) {
    const ours = catalogueOf(language)
    if (!ours) continue
    const call = structuredClone(ours.call) as Tree
    for (const [path, text] of Object.entries(own[language])) put(call, path.split('.'), text)
    words.addResourceBundle(language, 'translation', { call }, false, true)
  }
}

type Tree = { [key: string]: string | Tree }

function put(tree: Tree, [key = '', ...rest]: string[], text: string): void {
  if (rest.length === 0) {
    tree[key] = text
    return
  }
  const found = tree[key]
  const branch = typeof found === 'object' ? found : {}
  tree[key] = branch
  put(branch, rest, text)
}
