import type { OutcomeId } from '#shared/domain/outcome'
import type { Rep } from './desk.ts'

type Kind = OutcomeId | 'message_left'
type Words = { tomorrow: string; thursday: string; note: string; asked: string }

/** What a rep types, in the language of the screen. Digits and shortcuts in a note are text. */
export const WORDS: Readonly<Record<'en' | 'es', Words>> = {
  en: { tomorrow: 'tomorrow 16:30', thursday: 'thu 10', note: 'wants 3 quotes; 100 % in cars', asked: 'Ann' },
  es: { tomorrow: 'mañana 16:30', thursday: 'jue 10', note: 'pide 3 ofertas; 100 % motor', asked: 'Íñigo' },
}

type Deed = (rep: Rep, words: Words, nth: number) => Promise<void>

const atOnce =
  (key: string): Deed =>
  (rep) =>
    rep.keys('Space', key)
const talked =
  (deed: Deed): Deed =>
  async (rep, words, nth) => {
    await rep.talk()
    await deed(rep, words, nth)
    await rep.save()
  }
/** The first reason of the list. */
const withReason = (key: string) => talked((rep) => rep.keys(key, 'Enter', 'Enter'))

/** How each outcome is logged, by keys alone, from the dial to the next lead. */
export const LOGGED: Readonly<Record<Kind, Deed>> = {
  no_answer: atOnce('1'),
  busy: atOnce('2'),
  voicemail: atOnce('3'),
  message_left: atOnce('Shift+Digit3'),
  gatekeeper: talked((rep) => rep.keys('4')),
  callback: talked(async (rep, { thursday }) => {
    await rep.keys('5', 'Space', 'Tab')
    await rep.type(thursday)
  }),
  interested: talked(async (rep, { tomorrow, note }) => {
    await rep.keys('m')
    await rep.type(note)
    await rep.keys('Escape', 'n', '1', '6')
    await rep.type(tomorrow)
  }),
  qualified: talked(async (rep, { thursday }) => {
    await rep.grade({ b: 2, a: 1, n: 1, t: 2 })
    await rep.keys('7', 'Tab')
    await rep.type(thursday)
  }),
  nurture: withReason('8'),
  not_interested: withReason('9'),
  disqualified: withReason('0'),
  wrong_number: talked((rep) => rep.keys('w')),
  dead_number: atOnce('d'),
  referred: talked(async (rep, { asked }, nth) => {
    await rep.keys('r', 'Space', 'Tab')
    await rep.type(`${asked} ${nth}`)
    await rep.keys('Tab')
    await rep.type(`81 555 77 ${String(nth).padStart(2, '0')}`)
  }),
  // Choosing the scope writes at once.
  do_not_call: async (rep) => {
    await rep.talk()
    await rep.keys('x', 'Space', 'Tab', 'Enter')
  },
  technical_failure: atOnce('f'),
}

/** Twenty calls as they come in a morning: most reach nobody, every outcome is among them. */
const TWENTY: readonly Kind[] = [
  'no_answer',
  'no_answer',
  'voicemail',
  'callback',
  'no_answer',
  'interested',
  'busy',
  'no_answer',
  'message_left',
  'not_interested',
  'technical_failure',
  'gatekeeper',
  'no_answer',
  'qualified',
  'dead_number',
  'nurture',
  'wrong_number',
  'referred',
  'disqualified',
  'do_not_call',
]

/** So many calls, every outcome in each twenty. */
export const mixed = (count: number): Kind[] =>
  Array.from({ length: count }, (_, nth) => TWENTY[nth % TWENTY.length] ?? 'no_answer')

/** What the store keeps of a kind. */
export const outcomeOf = (kind: Kind): OutcomeId => (kind === 'message_left' ? 'voicemail' : kind)
