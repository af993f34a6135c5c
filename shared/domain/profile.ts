import type { FitTest } from './fit-test.ts'

/** The scoring profile: PRODUCT.md section 6. Points are whole; what is computed from them is whole hundredths. */
export const SIGNAL_GROUPS = ['intent', 'contact', 'reading'] as const
type SignalGroup = (typeof SIGNAL_GROUPS)[number]

export const SIGNAL_KINDS = [
  'demo',
  'trial',
  'call_asked',
  'price',
  'reply',
  'fair_chat',
  'pricing_page',
  'webinar',
  'download',
  'click',
  'visit',
  'open',
] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/** What a lead did, and when (epoch ms). */
export type Signal = { kind: SignalKind; at: number }

export type FitRule = {
  /** `industry`, `companySize`, `role`, `place`, or the header of a kept column. */
  rule: string
  points: number
  /** Any of them matches; null = no target set, which gives half. `between` has ranges: `10..49`, `10..`. */
  targets: readonly string[] | null
  /** How it asks; without it in the field's own way. */
  test?: FitTest
  /** Rules of a group give its cap together at most. */
  group?: string
}
type SignalRule = { points: number; halfLifeDays: number; group: SignalGroup }
export type ScoreProfile = {
  /** The most that can be reached is 100. */
  fit: readonly FitRule[]
  /** Most that the rules of a group give together, by its name. */
  caps?: Readonly<Record<string, number>>
  /** Targets that a list sets for itself, by list id and rule. */
  lists: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  signals: Readonly<Record<SignalKind, SignalRule>>
  /** Most that reading can add. */
  readingCap: number
}

const intent = (points: number): SignalRule => ({ points, halfLifeDays: 30, group: 'intent' })
const contact = (points: number, halfLifeDays: number): SignalRule => ({
  points,
  halfLifeDays,
  group: 'contact',
})
const reading = (points: number, halfLifeDays: number): SignalRule => ({
  points,
  halfLifeDays,
  group: 'reading',
})

/** What ships; the first run or the list names the targets. */
export const DEFAULT_PROFILE: ScoreProfile = {
  fit: [
    { rule: 'industry', points: 30, targets: null },
    { rule: 'companySize', points: 25, targets: null },
    { rule: 'role', points: 25, targets: null },
    { rule: 'place', points: 20, targets: null },
  ],
  lists: {},
  signals: {
    demo: intent(50),
    trial: intent(50),
    call_asked: intent(50),
    price: intent(40),
    reply: contact(20, 30),
    fair_chat: contact(25, 60),
    pricing_page: reading(10, 14),
    webinar: reading(15, 30),
    download: reading(10, 30),
    click: reading(3, 14),
    visit: reading(2, 14),
    open: reading(0, 14),
  },
  readingCap: 40,
}

/** What opens the MQL gate and makes a lead hot: a demo, trial, call or price was asked for. */
export const isIntent = (profile: ScoreProfile, kind: SignalKind): boolean =>
  profile.signals[kind].group === 'intent'
