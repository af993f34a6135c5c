/** What to say, in the list's language. Data, so that a list may bring its own. */
import type { Language } from './language.ts'

/** What an opener may name; null = not known. */
export type Fields = {
  /** Given name. */
  first: string | null
  /** Who calls. */
  rep: string | null
  /** Where the person works. */
  company: string | null
  /** Where the number came from. */
  source: string | null
}
export type Occasion = 'cold' | 'promised' | 'asked'

/** Alternatives of one sentence; the first whose every field is known is said. */
type Sentence = readonly string[]

const OPENERS: Readonly<Record<Language, Readonly<Record<'hello' | Occasion | 'close', Sentence>>>> = {
  es: {
    hello: ['Hola, {first}, soy {rep}.', 'Hola, soy {rep}.', 'Hola.'],
    cold: [
      'Le llamo porque su contacto nos llegó por {source}, y querría saber cómo lo llevan en {company}.',
      'Le llamo porque su contacto nos llegó por {source}.',
      'Querría saber cómo lo llevan en {company} y si podemos ayudarles.',
      'Querría saber si podemos ayudarle.',
    ],
    promised: ['Quedamos en hablar hoy.'],
    asked: [
      'Le llamo porque se interesó hace poco por lo que hacemos, por {source}.',
      'Le llamo porque se interesó hace poco por lo que hacemos.',
    ],
    close: ['¿Le viene bien ahora? Si prefiere que no le llamemos más, dígamelo y lo apunto.'],
  },
  en: {
    hello: ['Hello {first}, this is {rep}.', 'Hello, this is {rep}.', 'Hello.'],
    cold: [
      'Your name came to us through {source}, and I would like to ask how you handle this at {company}.',
      'Your name came to us through {source}.',
      'I would like to ask how you handle this at {company} and whether we can help.',
      'I would like to ask whether we can help.',
    ],
    promised: ['We agreed to talk today.'],
    asked: [
      'You showed an interest in what we do, through {source}.',
      'You showed an interest in what we do.',
    ],
    close: ['Is this a good moment? If you would rather not be called again, tell me and I will note it.'],
  },
}

/** Who, why, where the number came from, and the right to object (PRODUCT.md section 9). */
export function openerFor(
  language: Language,
  occasion: Occasion,
  fields: Fields,
  own: string | null,
): string {
  if (own) return merge(own, fields)
  const opener = OPENERS[language]
  return [opener.hello, opener[occasion], opener.close].map((sentence) => say(sentence, fields)).join(' ')
}

const MERGE = /\{(\w+)\}/g
const valueOf = (name: string, fields: Fields): string => fields[name as keyof Fields]?.trim() ?? ''

function say(sentence: Sentence, fields: Fields): string {
  const isKnown = (text: string) =>
    [...text.matchAll(MERGE)].every(([, name = '']) => valueOf(name, fields) !== '')
  return merge(sentence.find(isKnown) ?? '', fields)
}

/** A field that is not known leaves no hole. */
const merge = (text: string, fields: Fields): string =>
  text
    .replace(MERGE, (_, name: string) => valueOf(name, fields))
    .replace(/\s+([,.;:?!])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

const QUESTIONS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  es: {
    budget: '¿Tienen ya una partida para esto, o una cifra en mente?',
    authority: '¿Quién decide esto con usted?',
    need: '¿Qué les pasa si lo dejan como está?',
    timeline: '¿Para cuándo necesitan tenerlo resuelto?',
  },
  en: {
    budget: 'Is there a budget for this, or a figure in mind?',
    authority: 'Who decides this with you?',
    need: 'What happens if you leave it as it is?',
    timeline: 'By when do you need it solved?',
  },
}

/** How to ask for a criterion; its own name where nobody wrote a question. */
export const questionFor = (language: Language, criterion: string): string =>
  QUESTIONS[language][criterion] ?? criterion
