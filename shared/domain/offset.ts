import { MINUTE } from '../lib/time.ts'

/**
 * Milliseconds that a zone is ahead of UTC. Asking Intl costs some microseconds and an import asks for every lead,
 * so each zone's changes of a year are looked for once and kept.
 */
export function offsetAt(zone: string, at: number): number {
  const year = new Date(at).getUTCFullYear()
  const key = `${zone} ${year}`
  let spans = known.get(key)
  if (!spans) known.set(key, (spans = spansOf(zone, year)))
  return spans.findLast((span) => span.from <= at)?.offset ?? 0
}

/** Throws RangeError inside Intl for what is no IANA zone. */
export function isZone(zone: string): boolean {
  try {
    return formatOf(zone) !== null
  } catch {
    return false
  }
}

type Span = { from: number; offset: number }

const PROBES = 26

const known = new Map<string, Span[]>()
const formats = new Map<string, Intl.DateTimeFormat>()

function spansOf(zone: string, year: number): Span[] {
  const start = Date.UTC(year, 0, 1)
  const end = Date.UTC(year + 1, 0, 1)
  const step = (end - start) / PROBES
  const spans: Span[] = [{ from: start, offset: ask(zone, start) }]
  for (let probe = 1; probe <= PROBES; probe++) {
    const to = start + Math.floor((probe * step) / MINUTE) * MINUTE
    const before = spans.at(-1)?.offset ?? 0
    const after = ask(zone, to)
    if (after !== before)
      spans.push({
        from: changeBetween(zone, to - Math.ceil(step / MINUTE) * MINUTE, to, before),
        offset: after,
      })
  }
  return spans
}

/** First minute at which the offset is no longer `before`. */
function changeBetween(zone: string, low: number, high: number, before: number): number {
  let [from, to] = [low, high]
  while (to - from > MINUTE) {
    const middle = from + Math.floor((to - from) / 2 / MINUTE) * MINUTE
    if (ask(zone, middle) === before) from = middle
    else to = middle
  }
  return to
}

function ask(zone: string, at: number): number {
  const parts: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  return Date.UTC(year, month - 1, day, hour, minute, second) - at
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format)
    formats.set(
      zone,
      (format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })),
    )
  return format
}
