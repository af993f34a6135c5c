import { DEFAULT_PROFILE, type ScoreProfile, type SignalKind } from '#shared/domain/profile'
import type { lists } from '#electron/db/schema/lead'
import { BRITAIN } from './britain.ts'
import type { Market } from './market.ts'
import { SPAIN } from './spain.ts'

export type SampleList = {
  market: Market
  row: Omit<typeof lists.$inferInsert, 'id' | 'createdAt'>
  currency: string
  zone: string
  leads: number
  /** What a good fit is. */
  targets: Readonly<Record<string, readonly string[]>>
}

export const SAMPLE_LISTS: readonly SampleList[] = [
  {
    market: SPAIN,
    zone: 'Europe/Madrid',
    currency: 'EUR',
    leads: 360,
    row: {
      name: 'Metal y maquinaria',
      business: true,
      country: 'ES',
      language: 'es',
      costMinor: 126_000,
      currency: 'EUR',
      basis: 'Interés legítimo: contactos de empresa en ferias y en la web',
    },
    targets: {
      industry: ['Metalurgia', 'Maquinaria', 'Automoción'],
      companySize: ['20-250'],
      role: ['gerente', 'director', 'directora'],
      place: ['Bizkaia', 'Gipuzkoa', 'Navarra', 'Barcelona', 'Zaragoza'],
    },
  },
  {
    market: BRITAIN,
    zone: 'Europe/London',
    currency: 'GBP',
    leads: 240,
    row: {
      name: 'Field services UK/US',
      business: true,
      country: 'GB',
      language: 'en',
      costMinor: 90_000,
      currency: 'GBP',
      basis: 'Legitimate interest: business contacts from trade shows and the website',
    },
    targets: {
      industry: ['Field services', 'Facilities', 'Utilities'],
      companySize: ['10-200'],
      role: ['owner', 'director', 'operations'],
      place: ['GB'],
    },
  },
]

export const profileFor = (targets: ScoreProfile['lists']): ScoreProfile => ({
  ...DEFAULT_PROFILE,
  lists: targets,
})

/** What people from the web did, and how often. */
export const SIGNALS: Readonly<Partial<Record<SignalKind, number>>> = {
  demo: 0.12,
  price: 0.14,
  reply: 0.1,
  pricing_page: 0.35,
  download: 0.3,
  visit: 0.8,
}

/** Sources whose people came by themselves. */
export const INBOUND: readonly string[] = ['Web', 'Google', 'Website']
