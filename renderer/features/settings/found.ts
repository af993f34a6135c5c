import type { ParseKeys, TFunction } from 'i18next'

import { matches, rankOf } from '#renderer/ui/match'
import { PAGES, type PageId } from './pages.ts'

type Found = { page: PageId; name: string; pageName: string; path: string }

/** `settings.sound` is at `/settings/day/sound`. */
export const wordOf = (key: ParseKeys): string => key.slice(key.lastIndexOf('.') + 1)

/** Every setting there is, by the word it stands under on its page. */
export const everySetting = (t: TFunction): readonly Found[] =>
  PAGES.flatMap(({ id, finds }) =>
    finds.map((key) => ({
      page: id,
      name: t(key),
      pageName: t(`settings.pages.${id}`),
      path: `/settings/${id}/${wordOf(key)}`,
    })),
  )

/** Those that are meant by what was typed, the likeliest first. A page that is named so is one of them. */
export function findSettings(t: TFunction, typed: string): readonly Found[] {
  const pages = PAGES.map(({ id }) => {
    const name = t(`settings.pages.${id}`)
    return { page: id, name, pageName: name, path: `/settings/${id}` }
  })
  const seen = new Set<string>()
  return [...pages, ...everySetting(t)]
    .filter(({ name, pageName }) => matches(`${name} ${pageName}`, typed))
    .toSorted((a, b) => rankOf(a.name, typed) - rankOf(b.name, typed))
    .filter(({ name }) => !seen.has(name) && seen.add(name))
}
