import { isOneOf } from '../lib/table.ts'
import type { Language } from './language.ts'

/** What a rep can choose about how Callwright looks, sounds and dials (PRODUCT.md sections 2, 9 and 13). */
export const THEMES = ['system', 'light', 'dark'] as const
export const DENSITIES = ['comfortable', 'compact'] as const

/** ISO 3166-1 alpha-2: where dates, numbers and weeks are written as the rep wants them. */
export const REGIONS = ['GB', 'IE', 'US', 'ES', 'MX', 'AR', 'CL', 'CO', 'PE'] as const
export type Region = (typeof REGIONS)[number]

/** Addresses that the system's opener takes. */
const DIAL_SCHEMES = ['tel', 'sip', 'callto'] as const
type DialScheme = (typeof DIAL_SCHEMES)[number]
/** `copy`: the number goes to the clipboard; `qr`: a code that a mobile reads. */
export const DIAL_WAYS = [...DIAL_SCHEMES, 'copy', 'qr'] as const
export type DialWay = (typeof DIAL_WAYS)[number]
export const isScheme = (way: DialWay): way is DialScheme => isOneOf(DIAL_SCHEMES, way)

/** The kind of the rep's line: some policy packs let no unsolicited call leave a mobile (PRODUCT.md section 9). */
export const LINES = ['fixed', 'mobile'] as const

/** A day's aims; null = none. Dials have none unless somebody wants one: more is not better. */
export type Goals = { conversations: number | null; sqls: number | null; dials: number | null }
export const NO_DIAL_GOAL: Goals = { conversations: 12, sqls: 1, dials: null }

const HOME: Readonly<Record<Language, Region>> = { en: 'GB', es: 'ES' }

/** A BCP 47 locale; without a region, that of where the language is at home: 24-hour clock, day before month. */
export const localeOf = (language: Language, region: Region | null): string =>
  `${language}-${region ?? HOME[language]}`
