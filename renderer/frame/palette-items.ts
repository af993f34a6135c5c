import type { TFunction } from 'i18next'
import {
  Building2,
  CornerDownLeft,
  ListChecks,
  Settings2,
  SlidersHorizontal,
  User,
  type LucideIcon,
} from 'lucide-react'

import type { Input } from '#shared/contract/api'
import type { AppState } from '#renderer/app-store'
import { SETTINGS } from '#renderer/features/settings/sections'
import type { Offer } from '#renderer/ui/commands'
import { matches, rankOf } from '#renderer/ui/match'
import { SECTIONS } from './sections.ts'
import type { Found, Recent } from './use-found.ts'

type Entry = Input<'find.open'>
/** What choosing it does; `desk`: the lead comes to the desk. */
export type Goal =
  | { go: string; desk?: string }
  | { list: string }
  | { set: Input<'settings.save'> }
  | { sit: string }
  | { run: () => void }
export type Item = {
  entry: Entry
  icon: LucideIcon
  name: string
  /** Beside the name, and at the end. */
  about: string
  end?: string | null
  /** The command whose keys it shows. */
  command?: string
  goal: Goal
}
export const GROUPS = ['recent', 'leads', 'companies', 'lists', 'commands', 'screens', 'settings'] as const
export type Group = { id: (typeof GROUPS)[number]; items: readonly Item[] }

export type Around = {
  t: TFunction
  app: AppState
  offers: readonly Offer[]
  words: (command: string) => string
}

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
  const themes = ['system', 'light', 'dark'] as const
  const densities = ['comfortable', 'compact'] as const
  const lists: Item[] = app.lists.map(({ id, name }) => ({
    entry: { kind: 'list', id },
    icon: ListChecks,
    name,
    about: t('frame.listOnDesk'),
    goal: { list: id },
  }))
  const screens: Item[] = SECTIONS.map(({ id, path, icon }) => ({
    entry: command(`go.${id}`),
    icon,
    name: t(`frame.nav.${id}`),
    about: '',
    command: `go.${id}`,
    goal: { go: path },
  }))
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
    ...themes.map((theme) =>
      set(`theme.${theme}`, `${t('settings.theme')}: ${t(`settings.themes.${theme}`)}`, { theme }),
    ),
    ...densities.map((density) =>
      set(`density.${density}`, `${t('settings.density')}: ${t(`settings.densities.${density}`)}`, {
        density,
      }),
    ),
    set('language.en', `${t('settings.language')}: English`, { language: 'en' }),
    set('language.es', `${t('settings.language')}: Español`, { language: 'es' }),
  ]
  const settings: Item[] = SETTINGS.map(({ word, part }) => ({
    entry: command(`set.${word}`),
    icon: Settings2,
    name: t(`settings.${word}`),
    about: t('frame.nav.settings'),
    goal: { go: `/settings/${part}` },
  }))
  return { lists, commands, screens, settings }
}

export const leadItem = (t: TFunction, lead: Found['leads'][number]): Item => ({
  entry: { kind: 'lead', id: lead.leadId },
  icon: User,
  name: lead.name,
  about: [lead.company, lead.title].filter(Boolean).join(' · '),
  end: [lead.phone ?? lead.email, `${t(`common.stage.${lead.stage}`)} · ${lead.listName}`]
    .filter(Boolean)
    .join(' · '),
  goal: { go: `/leads/${lead.leadId}`, desk: `/queue/${lead.leadId}` },
})

export const companyItem = (
  t: TFunction,
  { companyId, name, city, people }: Found['companies'][number],
): Item => ({
  entry: { kind: 'company', id: companyId },
  icon: Building2,
  name,
  about: [city, t('frame.people', { count: people })].filter(Boolean).join(' · '),
  goal: { go: `/companies/${companyId}` },
})

const MOST_LOCAL = 6

/** The groups in sight for what was typed: recent ones while nothing is. */
export function groupsFor(typed: string, found: Found, recent: Recent, around: Around): readonly Group[] {
  const { t } = around
  const local = localItems(around)
  const leads = found.leads.map((lead) => leadItem(t, lead))
  const companies = found.companies.map((company) => companyItem(t, company))
  if (typed.trim() === '')
    return filled([
      { id: 'recent', items: recentItems(recent, local, around) },
      { id: 'screens', items: local.screens },
      { id: 'commands', items: local.commands },
    ])
  const narrow = (items: readonly Item[]) =>
    items
      .filter(({ name, about }) => matches(`${name} ${about}`, typed))
      .toSorted((a, b) => rankOf(a.name, typed) - rankOf(b.name, typed))
      .slice(0, MOST_LOCAL)
  return filled([
    { id: 'leads', items: leads },
    { id: 'companies', items: companies },
    { id: 'lists', items: narrow(local.lists) },
    { id: 'screens', items: narrow(local.screens) },
    { id: 'commands', items: narrow(local.commands) },
    { id: 'settings', items: narrow(local.settings) },
  ])
}

const filled = (groups: readonly Group[]) => groups.filter(({ items }) => items.length > 0)

/** Newest first; what can't be done from here is left out. */
function recentItems(recent: Recent, local: ReturnType<typeof localItems>, { t }: Around): Item[] {
  const all = [
    ...recent.leads.map((lead) => leadItem(t, lead)),
    ...recent.companies.map((company) => companyItem(t, company)),
    ...Object.values(local).flat(),
  ]
  const byKey = new Map(all.map((item) => [keyOf(item), item]))
  return recent.entries.flatMap((entry) => byKey.get(keyOf({ entry })) ?? [])
}

export const keyOf = ({ entry }: Pick<Item, 'entry'>): string => `${entry.kind} ${entry.id}`
