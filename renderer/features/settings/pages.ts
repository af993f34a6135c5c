import type { ParseKeys } from 'i18next'
import type { ComponentType } from 'react'

import type { Role } from '#shared/domain/people'
import type { PartProps } from './part-props.ts'

export const GROUPS = ['mine', 'team', 'judgement', 'compliance', 'data'] as const

export type SettingsPage = {
  /** Its address is `/settings/<id>`, its name `settings.pages.<id>`. */
  id: string
  group: (typeof GROUPS)[number]
  /** From this role up it may be changed; everybody else reads it. */
  changedBy?: Role
  /** From this role up it may be seen at all. */
  seenBy?: Role
  /** The words on it that somebody looks for: a label or a heading, to which the search goes. */
  finds: readonly ParseKeys[]
  /** Its cards, each a component whose code comes when the page is first opened. */
  parts: readonly (() => Promise<ComponentType<PartProps>>)[]
}

/** Every page of Settings, in order: one line here, its name in both catalogues, and it is found and reached. */
export const PAGES = [
  {
    id: 'desk',
    group: 'mine',
    finds: ['settings.language', 'settings.formats', 'settings.theme', 'settings.density'],
    parts: [async () => (await import('./desk-settings.tsx')).DeskSettings],
  },
  {
    id: 'phone',
    group: 'mine',
    finds: ['settings.dial', 'settings.line'],
    parts: [async () => (await import('./phone-settings.tsx')).PhoneSettings],
  },
  {
    id: 'day',
    group: 'mine',
    finds: ['settings.goals', 'settings.reminders', 'settings.sound'],
    parts: [async () => (await import('./day-settings.tsx')).DaySettings],
  },
  {
    id: 'keys',
    group: 'mine',
    finds: ['settings.keys', 'settings.singleKeys'],
    parts: [async () => (await import('./keys-settings.tsx')).KeysSettings],
  },
  {
    id: 'people',
    group: 'team',
    finds: ['settings.people', 'settings.addPerson'],
    parts: [async () => (await import('./people.tsx')).People],
  },
  {
    id: 'hours',
    group: 'team',
    finds: ['hours.title'],
    parts: [async () => (await import('./hours-settings.tsx')).HoursSettings],
  },
  {
    id: 'goals',
    group: 'team',
    seenBy: 'team_lead',
    finds: ['settings.team'],
    parts: [async () => (await import('./team-goals.tsx')).TeamGoals],
  },
  {
    id: 'lists',
    group: 'team',
    finds: ['settings.lists', 'settings.newList'],
    parts: [async () => (await import('./lists.tsx')).Lists],
  },
  {
    id: 'territories',
    group: 'team',
    changedBy: 'team_lead',
    finds: ['territory.title'],
    parts: [async () => (await import('./territories/territories.tsx')).Territories],
  },
  {
    id: 'rules',
    group: 'judgement',
    changedBy: 'admin',
    finds: ['settings.scoring', 'settings.signals', 'settings.readingCap'],
    parts: [async () => (await import('./rules.tsx')).Rules],
  },
  {
    id: 'qualification',
    group: 'judgement',
    changedBy: 'admin',
    finds: [
      'settings.bant',
      'definition.framework',
      'definition.threshold',
      'definition.criteria',
      'definition.quarters.title',
    ],
    parts: [
      async () => (await import('./qualification.tsx')).Qualification,
      async () => (await import('./quarters.tsx')).Quarters,
    ],
  },
  {
    id: 'outcomes',
    group: 'judgement',
    changedBy: 'admin',
    finds: ['outcomes.title', 'catalogue.versions'],
    parts: [async () => (await import('./outcomes/outcomes-editor.tsx')).OutcomesEditor],
  },
  {
    id: 'reasons',
    group: 'judgement',
    changedBy: 'admin',
    finds: ['reasons.title', 'reasons.add'],
    parts: [async () => (await import('./reasons/reasons-editor.tsx')).ReasonsEditor],
  },
  {
    id: 'calling',
    group: 'compliance',
    changedBy: 'admin',
    finds: ['settings.calling', 'calling.packs', 'calling.narrow'],
    parts: [async () => (await import('./calling/calling.tsx')).Calling],
  },
  {
    id: 'registers',
    group: 'compliance',
    changedBy: 'team_lead',
    finds: ['settings.registers'],
    parts: [async () => (await import('./calling/registers.tsx')).Registers],
  },
  {
    id: 'holidays',
    group: 'compliance',
    finds: ['settings.holidays'],
    parts: [async () => (await import('./calling/holidays.tsx')).Holidays],
  },
  {
    id: 'retention',
    group: 'compliance',
    seenBy: 'admin',
    finds: ['retention.title', 'retention.dry'],
    parts: [async () => (await import('./erasing/retention.tsx')).Retention],
  },
  {
    id: 'erasing',
    group: 'compliance',
    seenBy: 'admin',
    finds: ['erase.page.requests', 'erase.page.many', 'erase.page.log'],
    parts: [async () => (await import('./erasing/erasing.tsx')).Erasing],
  },
  {
    id: 'configuration',
    group: 'data',
    seenBy: 'admin',
    finds: ['config.title', 'config.import', 'config.versions'],
    parts: [
      async () => (await import('./config/config-file.tsx')).ConfigFile,
      async () => (await import('./config/config-versions.tsx')).ConfigVersions,
    ],
  },
  {
    id: 'backups',
    group: 'data',
    finds: ['backups.title', 'backups.make', 'backups.where'],
    parts: [async () => (await import('./backups/backups.tsx')).Backups],
  },
  {
    id: 'about',
    group: 'data',
    finds: ['settings.about', 'settings.data', 'settings.zone'],
    parts: [async () => (await import('./about.tsx')).About],
  },
] as const satisfies readonly SettingsPage[]

export type PageId = (typeof PAGES)[number]['id']
export const FIRST_PAGE = PAGES[0].id
export const pageOf = (id: string | null | undefined) => PAGES.find((page) => page.id === id)
