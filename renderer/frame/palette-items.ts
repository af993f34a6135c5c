import type { TFunction } from 'i18next'
import { Building2, User, type LucideIcon } from 'lucide-react'

import type { Input } from '#shared/contract/api'
import { matches, rankOf } from '#renderer/ui/match'
import { localItems, type Around } from './palette-local.ts'
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
const GROUPS = ['recent', 'leads', 'companies', 'lists', 'commands', 'screens', 'settings'] as const
export type Group = { id: (typeof GROUPS)[number]; items: readonly Item[] }

const leadItem = (t: TFunction, lead: Found['leads'][number]): Item => ({
  entry: { kind: 'lead', id: lead.leadId },
  icon: User,
  name: lead.name,
  // Why it was found comes first: what is behind it may be cut.
  about: [
    lead.kept && [lead.kept.header, lead.kept.value].filter(Boolean).join(': '),
    lead.company,
    lead.title,
  ]
    .filter(Boolean)
    .join(' · '),
  end: [lead.phone ?? lead.email, `${t(`common.stage.${lead.stage}`)} · ${lead.listName}`]
    .filter(Boolean)
    .join(' · '),
  goal: { go: `/leads/${lead.leadId}`, desk: `/queue/${lead.leadId}` },
})

const companyItem = (t: TFunction, { companyId, name, city, people }: Found['companies'][number]): Item => ({
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
