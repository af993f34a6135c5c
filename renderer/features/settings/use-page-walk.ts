import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'

import { chordsOf } from '#renderer/ui/chord'
import { useOffers } from '#renderer/ui/commands'
import { useKeysOf } from '#renderer/ui/keys'
import { PAGES, type PageId } from './pages.ts'

/** Where a letter is a command: nothing that takes keys for itself. */
const FREE = 'body, main, h1, [data-page], [data-pages] a'

/** The page before and the one after, by their keys and in the palette; arrows stay for scrolling. */
export function usePageWalk(page: PageId, singleKeys: boolean) {
  const { t } = useTranslation()
  const keysOf = useKeysOf()
  const [, go] = useLocation()
  const at = PAGES.findIndex(({ id }) => id === page)
  const before = PAGES[at - 1]?.id ?? null
  const after = PAGES[at + 1]?.id ?? null
  const open = (id: PageId) => go(`/settings/${id}`)
  useOffers(() => [
    ...(after
      ? [
          {
            id: 'next',
            name: t('settings.next', { page: t(`settings.pages.${after}`) }),
            run: () => open(after),
          },
        ]
      : []),
    ...(before
      ? [
          {
            id: 'previous',
            name: t('settings.previous', { page: t(`settings.pages.${before}`) }),
            run: () => open(before),
          },
        ]
      : []),
  ])
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !singleKeys) return
    if (!(event.target instanceof Element) || !event.target.matches(FREE)) return
    const chords = chordsOf(event) ?? []
    const meant = (command: string) =>
      keysOf(command).some((key) => !key.startsWith('Arrow') && chords.includes(key))
    const to = meant('next') ? after : meant('previous') ? before : null
    if (!to) return
    event.preventDefault()
    open(to)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return { before, after }
}
