import type { TFunction } from 'i18next'
import {
  CornerDownLeft,
  DoorOpen,
  ListChecks,
  Merge,
  ScrollText,
  Settings2,
  SlidersHorizontal,
  User,
} from 'lucide-react'

import type { Input } from '#shared/contract/api'
import { DENSITIES, THEMES } from '#shared/domain/settings'
import type { AppState } from '#renderer/app-store'
import { everySetting } from '#renderer/features/settings/found'
import type { Offer } from '#renderer/ui/commands'
import type { Item } from './palette-items.ts'
import { SECTIONS } from './sections.ts'

export type Around = {
  t: TFunction
  app: AppState
  offers: readonly Offer[]
  words: (command: string) => string
}

/** Screens that the rail does not have. */
const ASIDE = [
  { id: 'review', icon: Merge },
  { id: 'exits', icon: DoorOpen },
  { id: 'script', icon: ScrollText },
] as const

/** What is in reach without the engine: lists, screens, settings, and the deeds of this screen. */
export function localItems({ t, app, offers, words }: Around) {
  const command = (id: string) => ({ kind: 'command' as const, id })
  const set = (id: string, name: string, change: Input<'settings.save'>): Item => ({
    entry: command(id),
    icon: SlidersHorizontal,
    name,
    about: '',
    goal: { set: change },
  })
  const lists: Item[] = app.lists.map(({ id, name }) => ({
    entry: { kind: 'list', id },
    icon: ListChecks,
    name,
    about: t('frame.listOnDesk'),
    goal: { list: id },
  }))
  const screens: Item[] = [
    ...SECTIONS.map(({ id, path, icon }) => ({
      entry: command(`go.${id}`),
      icon,
      name: t(`frame.nav.${id}`),
      about: '',
      command: `go.${id}`,
      goal: { go: path },
    })),
    ...ASIDE.map(({ id, icon }) => ({
      entry: command(`go.${id}`),
      icon,
      name: t(`frame.aside.${id}`),
      about: '',
      goal: { go: `/${id}` },
    })),
  ]
  const commands: Item[] = [
    ...offers
      .filter(({ id }) => id !== 'help')
      .map(({ id, name, run }) => ({
        entry: command(id),
        icon: CornerDownLeft,
        name,
        about: id.startsWith('outcome.') ? t('frame.outcome') : '',
        command: id,
        goal: { run },
      })),
    {
      entry: command('help'),
      icon: CornerDownLeft,
      name: words('help'),
      about: '',
      command: 'help',
      goal: { run: () => offers.find(({ id }) => id === 'help')?.run() },
    },
    ...app.reps
      .filter(({ id, active }) => active && id !== app.atDesk?.id)
      .map(({ id, name }) => ({
        entry: command(`sit.${id}`),
        icon: User,
        name: t('frame.sit', { name }),
        about: '',
        goal: { sit: id },
      })),
    ...THEMES.map((theme) =>
      set(`theme.${theme}`, `${t('settings.theme')}: ${t(`settings.themes.${theme}`)}`, { theme }),
    ),
    ...DENSITIES.map((density) =>
      set(`density.${density}`, `${t('settings.density')}: ${t(`settings.densities.${density}`)}`, {
        density,
      }),
    ),
    set('language.en', `${t('settings.language')}: English`, { language: 'en' }),
    set('language.es', `${t('settings.language')}: Español`, { language: 'es' }),
  ]
  const settings: Item[] = everySetting(t).map(({ name, pageName, path }) => ({
    entry: command(`set.${path}`),
    icon: Settings2,
    name,
    about: name === pageName ? t('frame.nav.settings') : `${t('frame.nav.settings')} · ${pageName}`,
    goal: { go: path },
  }))
  return { lists, commands, screens, settings }
}
