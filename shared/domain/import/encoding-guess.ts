import type { Encoding } from './text.ts'

/** What text in an encoding is full of, and what it hardly ever has besides characters that do not exist. */
type Typical = { encoding: Encoding; letters: RegExp; odd?: RegExp }

/** Signs that stand inside a word or begin one only where bytes were read wrong. */
const BROKEN =
  /(?<=\p{L})[‚ƒ„†‡ˆ‰‹›¢£¤¥¦§¨¬¯±¶¸¹¼½¾×÷¡¿\u2500-\u25ff\u0080-\u009f](?=\p{L}|$)|[£¢¤¥¦§¹³²¼½¾×÷¶¬‡†ˆ‰](?=\p{L})|[ÐÝÞðýþ]|[√≠≥≤∂∑∏∫Ω≈∆◊ˇ˘˙˚˝˛ﬁﬂ]|[à-öø-ÿ][A-Z]|(?<=[a-z])[À-ÖØ-Ý]|(?<=\p{Ll})(?:[ŠŽŒŸ]|[–—](?=\p{Ll}))/gmu
const ACCENTS = 'áéíóúàèìòùâêîôûäëïöüãõñçßåø'
const western = new RegExp(`(?<=[a-z])[${ACCENTS}]|[${ACCENTS}](?=[a-z])`, 'gi')
const central = new RegExp(`(?<=[a-z])[${ACCENTS}ąćęłńśźżčřšžěůőűďťň]|[łśżšžč](?=[a-z])`, 'gi')
const turkish = new RegExp(`(?<=[a-z])[${ACCENTS}ğışİ]|[şİç](?=[a-z])`, 'gi')
const IN_CYRILLIC = /[а-яё][А-ЯЁ]|(?<=[а-яёА-ЯЁ])[^\p{L}\s\d.,;:'"()\-@_/|]|[ЂЃѓЉЊЌЋЏђљњќћџЎўЈҐ]/gu
/** Latin letters and others in one word. */
const MIXED =
  /[a-z][\u0370-\u04ff\u3041-\u9fff\uac00-\ud7a3]|[\u0370-\u04ff\u3041-\u9fff\uac00-\ud7a3][a-z]/gi
const HANJA = /[\u4e00-\u9fff]/g
const IN_CHINESE = /[\u3041-\u30ff\uac00-\ud7a3\ue000-\uf8ff]/g
/** Frequent in names of people, places and companies, and in text. */
const SIMPLIFIED =
  /[的一是不了在有人我他这中大来上个国王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗北京海广深圳市区路号公司限科技业电话姓名小明红华]/g
const TRADITIONAL =
  /[的一是不了在有人我他這中大來上個國王李張劉陳楊黃趙周吳徐孫馬朱胡林郭何高羅臺台北雄市區路號公司限科技業電話姓名小明紅華]/g

const JAPANESE =
  /[\u3041-\u30ff氏名会社株式電話番号郵便住所都道府県市区町村東京大阪山田中川本木林野原佐藤鈴高橋伊渡辺小加吉井上松工業商事部長課員太郎花子]/g

const TYPICAL: readonly Typical[] = [
  { encoding: 'windows-1252', letters: western, odd: BROKEN },
  { encoding: 'windows-1250', letters: central, odd: BROKEN },
  { encoding: 'windows-1254', letters: turkish, odd: BROKEN },
  { encoding: 'cp850', letters: western, odd: BROKEN },
  { encoding: 'macintosh', letters: western, odd: BROKEN },
  { encoding: 'shift_jis', letters: JAPANESE },
  { encoding: 'euc-jp', letters: JAPANESE },
  { encoding: 'euc-kr', letters: /[\uac00-\ud7a3]/g, odd: HANJA },
  { encoding: 'big5', letters: TRADITIONAL, odd: IN_CHINESE },
  { encoding: 'gb18030', letters: SIMPLIFIED, odd: IN_CHINESE },
  { encoding: 'windows-1251', letters: /[а-яё]/g, odd: IN_CYRILLIC },
  { encoding: 'koi8-r', letters: /[а-яё]/g, odd: IN_CYRILLIC },
  { encoding: 'windows-1253', letters: /[α-ώ]/g, odd: /[α-ώ][Α-Ω]|[Α-ώ][^\p{L}\s\d.,;:'"()\-@_/|]/gu },
]

const MOST_ASKED = 6

/** The encodings a text is likely in, best first; Windows-1252 is always among them. */
export function likely(sample: Uint8Array): Encoding[] {
  const scored = TYPICAL.map((typical) => ({ ...typical, score: scoreOf(typical, sample) }))
  const sorted = scored.toSorted((a, b) => b.score - a.score).map(({ encoding }) => encoding)
  const first = sorted.slice(0, MOST_ASKED)
  return first.includes('windows-1252') ? first : [...first.slice(0, -1), 'windows-1252']
}

/** Lines of UTF-8 among others of Western Europe, as files have that were put one under the other. */
export function isMixed(sample: Uint8Array): boolean {
  const text = Array.from(sample, (byte) => String.fromCharCode(byte)).join('')
  const rest = text.replace(UTF8_LETTER, 'e')
  if (rest.length === text.length || /[\x81\x8d\x8f\x90\x9d]/.test(rest)) return false
  return readsWestern(Uint8Array.from(rest, (letter) => letter.charCodeAt(0)))
}
const UTF8_LETTER = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g

/** Letters of Western Europe, and none of the signs that would stand among them if the bytes meant something else. */
export function readsWestern(sample: Uint8Array): boolean {
  const text = decoded('windows-1252', sample)
  return countOf(text, BROKEN) * 20 <= countOf(text, western)
}

const scoreOf = ({ encoding, letters, odd }: Typical, sample: Uint8Array): number => {
  const text = decoded(encoding, sample)
  const wrong = countOf(text, /\ufffd/g) + countOf(text, MIXED) + (odd ? countOf(text, odd) : 0)
  return countOf(text, letters) - 3 * wrong
}

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** The upper half of code page 850, which no standard of the web has. Source: unicode.org, CP850.TXT. */
const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

const decoded = (encoding: Encoding, sample: Uint8Array): string =>
  encoding === 'cp850'
    ? Array.from(sample, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP850[byte - 0x80])).join('')
    : new TextDecoder(encoding).decode(sample)
