/** The words for dates and times that `when.ts` reads, es and en, folded: lower case, no accents, no dots after letters. */

const WEEKDAYS =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|' +
  'lun(?:es)?|mar(?:tes)?|mie(?:r(?:coles)?)?|jue(?:ves)?|vie(?:rnes)?|sab(?:ado)?|dom(?:ingo)?'
const WEEKDAY_STARTS = ['mon lun', 'tue mar', 'wed mie', 'thu jue', 'fri vie', 'sat sab', 'sun dom']

const MONTHS =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|' +
  'nov(?:ember)?|dec(?:ember)?|ene(?:ro)?|feb(?:rero)?|mar(?:zo)?|abr(?:il)?|mayo|jun(?:io)?|jul(?:io)?|' +
  'ago(?:sto)?|sep(?:tiembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?'
const MONTH_STARTS = 'jan ene,feb,mar,apr abr,may,jun,jul,aug ago,sep,oct,nov,dec dic'.split(',')

const NUMBERS: Readonly<Record<string, number>> = {
  fifteen: 15,
  quince: 15,
  twenty: 20,
  veinte: 20,
  thirty: 30,
  treinta: 30,
  ...upToTwelve(),
}
function upToTwelve(): Record<string, number> {
  const all = [
    ['a', 'an', 'one', 'un', 'una', 'uno'],
    ['two', 'dos', 'a couple of', 'un par de'],
    ['three', 'tres'],
    ['four', 'cuatro'],
    ['five', 'cinco'],
    ['six', 'seis'],
    ['seven', 'siete'],
    ['eight', 'ocho'],
    ['nine', 'nueve'],
    ['ten', 'diez'],
    ['eleven', 'once'],
    ['twelve', 'doce'],
  ]
  return Object.fromEntries(all.flatMap((words, index) => words.map((word) => [word, index + 1])))
}
const NUMBER = `\\d{1,3}|${Object.keys(NUMBERS)
  .toSorted((a, b) => b.length - a.length)
  .join('|')}`
const HOUR = `\\d{1,2}|${Object.keys(NUMBERS)
  .filter((word) => !/ |^an?$|^un$|^uno$/.test(word))
  .join('|')}`

/** The day somebody means who names only where in a month; a weekend moves it to the Monday after. */
const PLACES: readonly (readonly [words: string, day: number])[] = [
  ['(?:a )?(?:principios?|primeros)|(?:the )?(?:early|beginning|start)', 1],
  ['(?:a )?mediados|(?:the )?(?:mid|middle)', 15],
  ['(?:a )?(?:finales|final|fin)|(?:the )?(?:late|end)', 27],
]

/** Hours 1-7 said without morning or afternoon are those of the afternoon: nobody is called at five in the morning. */
const LAST_AFTERNOON_HOUR = 7

export type Piece =
  | { is: 'weekday'; weekday: number; next: boolean }
  | { is: 'date'; day: number; month: number; year: number | null }
  | { is: 'monthDay'; day: number }
  | { is: 'ahead'; days?: number; weeks?: number; months?: number }
  | { is: 'nextMonth' }
  | { is: 'nextYear' }
  /** Its first day; 0 = of the next one. */
  | { is: 'quarter'; nth: number; year: number | null }
  | { is: 'span'; minutes: number }
  /** Minutes after midnight. `open`: an hour up to 12 that a part of the day may still move. */
  | { is: 'time'; minutes: number; open: boolean }
  | { is: 'part'; part: 'morning' | 'noon' | 'afternoon' | 'night' }
  /** The day after the one that follows, or from that day on. */
  | { is: 'after'; days: 0 | 1 }
  | { is: 'bare'; number: number }

type Groups = readonly (string | undefined)[]
type Rule = readonly [pattern: RegExp, read: (groups: Groups) => readonly Piece[]]

const rule = (pattern: string, read: Rule[1]): Rule => [new RegExp(`^(?:${pattern})(?=\\s|$)`), read]

const IN = '(?:in|en|dentro de)'
const AT = '(?:at|a las?|las?|de las?|(?:sobre|hacia|a eso de) las?|around|about|@)'
const MINUTES: Readonly<Record<string, number>> = { media: 30, cuarto: 15 }

const TO = '(?:(?:in|for|en|para|al?) )?'
const YEAR = '(?:(?: of| de)? (\\d{4}))?'
const NTH =
  '(?:the )?(?:first|second|third|fourth) quarter|(?:el )?(?:primer|segundo|tercer|cuarto) trimestre'
const NTH_STARTS = ['fir pri', 'sec seg', 'thi ter', 'fou cua']

/** Every rule is tried at every place, so that a text with two readings gives both ("mar 10": martes, March). */
export const RULES: readonly Rule[] = [
  rule(`${IN} (${NUMBER}) ?(?:min(?:ute|uto)?s?|m)|(\\d{1,3}) ?min(?:ute|uto)?s?`, ([, n, m]) =>
    span(n ?? m, 1),
  ),
  rule(`${IN} (${NUMBER}) ?(?:h|hrs?|hours?|horas?)`, ([, n]) => span(n, 60)),
  rule(`(?:${IN} )?(?:half an hour|media hora)`, () => span('30', 1)),
  rule(`(?:${IN} )?(${NUMBER}) ?(?:days?|dias?)`, ([, n]) => [{ is: 'ahead', days: numberOf(n) }]),
  rule(`(?:${IN} )?(${NUMBER}) ?(?:weeks?|semanas?)`, ([, n]) => [{ is: 'ahead', weeks: numberOf(n) }]),
  rule(`(?:${IN} )?(${NUMBER}) ?(?:months?|mes(?:es)?)`, ([, n]) => [{ is: 'ahead', months: numberOf(n) }]),
  rule('(?:the )?day after tomorrow|pasado manana', () => [{ is: 'ahead', days: 2 }]),
  rule('tomorrow|tmrw|manana', () => [{ is: 'ahead', days: 1 }]),
  rule('today|hoy', () => [{ is: 'ahead', days: 0 }]),
  rule('this morning|esta manana', () => [
    { is: 'ahead', days: 0 },
    { is: 'part', part: 'morning' },
  ]),
  rule('tonight|esta noche', () => [
    { is: 'ahead', days: 0 },
    { is: 'part', part: 'night' },
  ]),
  rule(`${IN} (?:a fortnight|una quincena)`, () => [{ is: 'ahead', weeks: 2 }]),
  rule('this (?:afternoon|evening)|esta tarde', () => [
    { is: 'ahead', days: 0 },
    { is: 'part', part: 'afternoon' },
  ]),
  rule('next week|(?:de )?la (?:semana que viene|(?:proxima|siguiente) semana)', () => [
    { is: 'ahead', weeks: 1 },
  ]),
  rule(`(?:in|en|para|for|during|durante) (${MONTHS})(?:(?: of| de)? (\\d{4}))?`, ([, month, year]) =>
    inMonth(1, month, year),
  ),
  ...PLACES.flatMap(([words, day]) => [
    rule(
      `(?:in |at |en )?(?:${words})[ -](?:de |of |in )?(${MONTHS})(?:(?: of| de)? (\\d{4}))?`,
      ([, month, year]) => inMonth(day, month, year),
    ),
    rule(`(?:in |at |en )?(?:${words}) (?:de(?:l)?|of the) (?:mes|month)`, () => [
      { is: 'after', days: 0 },
      { is: 'monthDay', day },
    ]),
  ]),
  rule('next month|el (?:mes que viene|(?:proximo|siguiente) mes)', () => [{ is: 'nextMonth' }]),
  rule('next year|el (?:ano que viene|(?:proximo|siguiente) ano)', () => [{ is: 'nextYear' }]),
  rule(
    `${TO}(?:the )?next quarter|${TO}(?:el )?(?:(?:proximo|siguiente) trimestre|trimestre que viene)`,
    () => [{ is: 'quarter', nth: 0, year: null }],
  ),
  rule(`${TO}(?:the |el )?(?:[qt]([1-4])|([1-4])[qt]|(${NTH}))${YEAR}`, ([, a, b, word = '', year]) => [
    {
      is: 'quarter',
      nth: numberOf(a ?? b ?? String(startOf(NTH_STARTS, word))),
      year: year === undefined ? null : Number(year),
    },
  ]),
  rule('(?:in the |de la |por la )?(?:morning)|(?:de|por) la manana|a primera hora|first thing', () =>
    part('morning'),
  ),
  rule('(?:at )?(?:noon|midday)|(?:al?|de) ?mediodia|mediodia', () => part('noon')),
  rule('(?:in the )?(?:afternoon|evening)|(?:(?:de|por) la )?tarde|despues de comer|after lunch', () =>
    part('afternoon'),
  ),
  rule('(?:(?:de|por) la )?noche|at night', () => part('night')),
  rule(
    `(?:on |el |este |this )?(?:(next|proximo|siguiente) )?(${WEEKDAYS})(?: (que viene|proximo|siguiente))?`,
    ([, before, name = '', behind]) => [
      { is: 'weekday', weekday: startOf(WEEKDAY_STARTS, name), next: !!before || !!behind },
    ],
  ),
  rule('(?:on )?(\\d{4})-(\\d{1,2})-(\\d{1,2})', ([, year, month, day]) => date(day, month, year)),
  rule(
    '(?:on |el )?(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}|\\d{2}))?|(?:el )?(\\d{1,2})[.](\\d{1,2})[.](\\d{4})',
    (g) => date(g[1] ?? g[4], g[2] ?? g[5], g[3] ?? g[6]),
  ),
  rule(
    `(?:on |the |on the |el |el dia |dia )?(\\d{1,2})(?:st|nd|rd|th)?(?: of| de)? (${MONTHS})(?:(?: of| del?)? (\\d{4}))?`,
    ([, day, month = '', year]) => date(day, String(startOf(MONTH_STARTS, month)), year),
  ),
  rule(`(?:on )?(${MONTHS}) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?`, ([, month = '', day, year]) =>
    date(day, String(startOf(MONTH_STARTS, month)), year),
  ),
  rule('(?:on )?(?:the|el(?: dia)?|dia) (\\d{1,2})(?:st|nd|rd|th)?|(\\d{1,2})(?:st|nd|rd|th)', ([, a, b]) => [
    { is: 'monthDay', day: numberOf(a ?? b) },
  ]),
  rule(`(?:${AT} ?)?(\\d{1,2})[:.h](\\d{2}) ?(am|pm|h|hs|hrs)?`, ([, hour, minute, half]) =>
    time(hour, minute, half),
  ),
  rule(`(?:${AT} ?)?(\\d{1,2}) ?(am|pm|h|hs|hrs|o'?clock)`, ([, hour, half]) => time(hour, '0', half)),
  rule(`${AT} ?(${HOUR})(?: (y|menos) (media|cuarto|\\d{1,2}))?`, ([, hour, sign, minute]) =>
    clock(hour, sign, minute),
  ),
  rule(`(?:at )?half past (${HOUR})`, ([, hour]) => clock(hour, 'y', 'media')),
  rule(`(?:at )?(?:a )?quarter (past|to) (${HOUR})`, ([, side, hour]) =>
    clock(hour, side === 'to' ? 'menos' : 'y', 'cuarto'),
  ),
  rule('after|despues del?|tras(?: el)?(?= )', () => [{ is: 'after', days: 1 }]),
  rule('from|a partir del?|desde(?: el)?', () => [{ is: 'after', days: 0 }]),
  rule('(\\d{1,2})', ([, n]) => [{ is: 'bare', number: numberOf(n) }]),
]

const numberOf = (text = ''): number => NUMBERS[text] ?? Number(text)
const part = (name: Extract<Piece, { is: 'part' }>['part']): Piece[] => [{ is: 'part', part: name }]
const span = (n: string | undefined, minutes: number): Piece[] => [
  { is: 'span', minutes: numberOf(n) * minutes },
]
/** Nobody is back at work before the 7th of January. */
const inMonth = (day: number, monthName = '', year: string | undefined): Piece[] => {
  const month = startOf(MONTH_STARTS, monthName)
  const first = month === 1 ? Math.max(day, 7) : day
  return [
    { is: 'after', days: 0 },
    { is: 'date', day: first, month, year: year === undefined ? null : Number(year) },
  ]
}
const startOf = (starts: readonly string[], word: string): number =>
  starts.findIndex((each) => each.split(' ').includes(word.slice(0, 3))) + 1

/** Day before month, as both languages write it; the other way round only when it can be no month. */
function date(first?: string, second?: string, year?: string): Piece[] {
  const [a, b] = [numberOf(first), numberOf(second)]
  const [day, month] = b > 12 && a <= 12 ? [b, a] : [a, b]
  return [{ is: 'date', day, month, year: year === undefined ? null : Number(year.padStart(4, '20')) }]
}

function clock(hour: string | undefined, sign: string | undefined, minute = '0'): Piece[] {
  const minutes = MINUTES[minute] ?? Number(minute)
  const [said] = time(String(numberOf(hour)), '0', undefined)
  return said?.is === 'time'
    ? [{ ...said, minutes: said.minutes + (sign === 'menos' ? -minutes : minutes) }]
    : []
}

/** No piece at all when it is no time of day; the reading then fails. */
function time(hour = '', minute = '0', half: string | undefined): Piece[] {
  const [h, m] = [Number(hour), Number(minute)]
  if (h > 23 || m > 59 || (h > 12 && half === 'am')) return []
  const said = h * 60 + m
  if (half === 'am') return [{ is: 'time', minutes: h === 12 ? m : said, open: false }]
  if (half === 'pm') return [{ is: 'time', minutes: h < 12 ? said + 720 : said, open: false }]
  const isClear = h > 12 || hour.startsWith('0')
  return [
    {
      is: 'time',
      minutes: !isClear && h >= 1 && h <= LAST_AFTERNOON_HOUR ? said + 720 : said,
      open: !isClear,
    },
  ]
}
