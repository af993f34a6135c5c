import { unreadable } from '../unreadable.ts'

/** Told what stands in a document, in order. Names come without their prefix, attributes as they are written. */
export type XmlEars = {
  open: (name: string, attributes: string) => void
  close: (name: string) => void
  text: (text: string) => void
}

const LONGEST_TAG = 1024 * 1024
/** Characters of one text that are held back until it ends; a longer one comes in parts. */
const HELD_TEXT = 64 * 1024
const LONGEST_ENTITY = 12

const QUOTE = 34
const APOSTROPHE = 39
const SLASH = 47
const COLON = 58
const EQUALS = 61
const ASK = 63
const BANG = 33
const SPACE = 32

/**
 * Reads XML as it comes, in pieces of any size. It expands nothing but the five entities of the standard and numbers; a
 * document that declares its own is refused. Throws AppError 'unreadable-file'.
 */
export function xmlReader(ears: XmlEars) {
  let rest = ''

  const read = (text: string, isEnd: boolean): string => {
    let at = 0
    for (;;) {
      const tag = text.indexOf('<', at)
      if (tag === -1) return remainder(text.slice(at), isEnd)
      if (tag > at) ears.text(decoded(text.slice(at, tag)))
      const first = text.charCodeAt(tag + 1)
      const end = first === BANG ? asideEnd(text, tag, ears) : tagEnd(text, tag)
      if (end === -1) {
        if (isEnd || text.length - tag > LONGEST_TAG) throw unreadable('file-broken')
        return text.slice(tag)
      }
      if (first === SLASH) ears.close(nameIn(text, tag + 2, end))
      else if (first !== BANG && first !== ASK) opens(text, tag + 1, end)
      at = end + 1
    }
  }

  const opens = (text: string, from: number, end: number) => {
    const isEmpty = text.charCodeAt(end - 1) === SLASH
    const name = nameIn(text, from, end)
    let after = from
    while (after < end && !endsName(text.charCodeAt(after))) after++
    ears.open(name, text.slice(after, end))
    if (isEmpty) ears.close(name)
  }

  const remainder = (text: string, isEnd: boolean): string => {
    if (!isEnd && text.length < HELD_TEXT) return text
    const entity = isEnd ? -1 : text.lastIndexOf('&')
    const isCut = entity !== -1 && entity > text.length - LONGEST_ENTITY
    const whole = isCut ? text.slice(0, entity) : text
    if (whole !== '') ears.text(decoded(whole))
    return text.slice(whole.length)
  }

  return {
    push: (text: string) => void (rest = read(rest + text, false)),
    end: () => void (rest = read(rest, true)),
  }
}

/** The value of one attribute, whatever the prefix of its name; null when it is not there. */
export function attribute(attributes: string, name: string): string | null {
  for (let at = attributes.indexOf(name); at !== -1; at = attributes.indexOf(name, at + 1)) {
    const before = attributes.charCodeAt(at - 1)
    if (before > SPACE && before !== COLON) continue
    let from = at + name.length
    while (attributes.charCodeAt(from) <= SPACE) from++
    if (attributes.charCodeAt(from++) !== EQUALS) continue
    while (attributes.charCodeAt(from) <= SPACE) from++
    const end = attributes.indexOf(attributes.charAt(from), from + 1)
    if (end !== -1) return decoded(attributes.slice(from + 1, end))
  }
  return null
}

const endsName = (code: number) => code <= SPACE || code === SLASH

function nameIn(text: string, from: number, end: number): string {
  let [start, at] = [from, from]
  for (; at < end; at++) {
    const code = text.charCodeAt(at)
    if (code === COLON) start = at + 1
    else if (endsName(code)) break
  }
  return text.slice(start, at)
}

/** Where a tag closes; a `>` inside quotes is none. -1: further on. */
function tagEnd(text: string, tag: number): number {
  let open = 0
  let end = text.indexOf('>', tag)
  for (let at = tag; end !== -1; end = text.indexOf('>', end + 1)) {
    for (; at < end; at++) {
      const code = text.charCodeAt(at)
      if (open === 0) open = code === QUOTE || code === APOSTROPHE ? code : 0
      else if (code === open) open = 0
    }
    if (open === 0) break
  }
  return end
}

const ASIDES = [
  { start: '<!--', end: '-->', isText: false },
  { start: '<![CDATA[', end: ']]>', isText: true },
] as const

/** Comments are passed over and CDATA is text; what else begins with `<!` declares something. -1: further on. */
function asideEnd(text: string, tag: number, ears: XmlEars): number {
  const aside = ASIDES.find(({ start }) => text.startsWith(start, tag))
  if (!aside) {
    if (ASIDES.some(({ start }) => start.startsWith(text.slice(tag, tag + start.length)))) return -1
    throw unreadable('file-unsafe')
  }
  const from = tag + aside.start.length
  const end = text.indexOf(aside.end, from)
  if (end === -1) return -1
  if (aside.isText) ears.text(text.slice(from, end))
  return end + 2
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
