import { fold } from '../../lib/fold.ts'
import { memo } from '../../lib/memo.ts'
import { parseYesNo } from './values.ts'

/**
 * How a column says who must not be called: a yes is the wish ("Do not call"), a no is ("¿Llamar?"), or only words that
 * say it whole ("no llamar" among other things), the rest being kept beside the lead.
 */
export const WISH_IS = ['yes', 'no', 'words'] as const
export type WishIs = (typeof WISH_IS)[number]
export const WISH_FIELDS = ['doNotCall', 'doNotEmail'] as const
export type WishField = (typeof WISH_FIELDS)[number]
/** What a cell of an option set may stand for, beside what its field has: the wish. */
export const WISHED = 'wished'

/** Letters and digits as words, folded; what stands in brackets and a "yes/no" behind it say nothing. */
const wordsOf = memo((text) =>
  fold(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (?:s n|si no|y n|yes no|sim nao|x)$/, ''),
)

const CALL_ES =
  '(?:llamar|telefonear|contactar|molestar)(?:le|les|lo|la|los|las|te|os|me)?|llam(?:e|es|en|eis|ar por telefono)|contacte[ns]?|(?:recibir |mas )*(?:llamadas|ser llamad[oa])'
const CALL_PT =
  'lig(?:ar|ue|uem)|telefon(?:ar|e)|cont(?:actar|atar|acte|ate)|chamar|perturb(?:ar|e)|(?:receber |mais )*(?:chamadas|ligacoes)'
const CALL_EN = 'call(?:ed|s)?|phon(?:e|ed)(?: calls?)?|contact(?:ed)?|ring|rung|dial|disturb(?:ed)?'

/** Whole phrases, so that "no llamar antes de las 10" and "no llamar hasta enero" are none. */
const DENIES = new RegExp(
  `^(?:(?:por favor|please|cliente|ojo|atencion|importante) )?(?:${[
    `(?:no|nunca) (?:volver a |se (?:le |les )?(?:puede|debe|deja) |(?:(?:le|les|la|lo) )|(?:quiere|desea|acepta|admite|permite|permitir|autoriza)(?: que (?:se )?(?:le|les|la|lo))? )?(?:${CALL_ES})(?: mas| nunca| telefonic[ao]s?| comerciales)*`,
    `(?:do not|don t|dont|never|must not|may not|cannot|can t|not to|wants no|no) (?:be |ever |allow |accept |receive )*(?:${CALL_EN})(?: again| more| any ?more| me| list| flag| please)*`,
    `nao (?:voltar a |quer |deseja |aceita |permite |permitir |pode )?(?:${CALL_PT})(?: mais| telefonicas)?`,
    '(?:(?:en|in|on) )?(?:la |the )?(?:dnc|tps|ctps|bloctel|(?:lista )?robinson)(?: list)?',
    `(?:prefiere|quiere|pide|solicita|ha pedido) que no (?:se )?(?:le |les |la |lo )?(?:${CALL_ES})(?: mas)?`,
    'ne pas autoriser (?:les )?appels(?: telephoniques)?|(?:telefon)?anrufe nicht zulassen|non consentire (?:telefonate|chiamate)|nao permitir telefonemas',
    'ne (?:pas|plus) (?:etre )?(?:appel|contact|demarch)(?:er|e|ee)|opposition (?:aux? )?(?:appels?|demarchage)|refuse (?:d etre |les )(?:appele|contacte|appels)e?',
    '(?:bitte )?(?:nicht|keine) (?:mehr )?(?:anrufen|anrufe|kontaktieren|telefonieren)|(?:werbe|telefon|anruf|kontakt)sperre|robinsonliste',
    'non (?:piu )?(?:chiamare|contattare|telefonare|disturbare|richiamare)(?: piu)?|(?:registro (?:pubblico )?(?:delle )?)opposizioni',
    'niet bellen|niet (?:meer )?contacteren|nie dzwonic|nie kontaktowac|no trucar|no contacteu|exclusion publicitaria|blacklist(?:ed)?|lista negra|liste noire',
  ].join('|')})$`,
)
/** "No phone" tells that there is none. */
const NO_NUMBER = /^no (?:phone|contact|calls?)$/

/** A person's wish not to be called, said in whole words. */
export const isCallWish = memo((cell: string): boolean => {
  const words = wordsOf(cell)
  return DENIES.test(words) && !NO_NUMBER.test(words)
})

/** The same for every cell of every column that is kept, few of which begin as one does, and for what they say beside it. */
export const saysCallWish = (cell: string): boolean =>
  (cell.length <= LONGEST && BEGINS.test(cell) && isCallWish(cell)) ||
  (cell.length <= LONGEST_NOTE && ABOUT.test(cell) && cell.split(CLAUSE).some(isClause))
/** `No llamar, muy enfadado`; never a part of one: `no llamar antes de las 10, mejor tarde`. */
const isClause = (part: string): boolean => part.length <= LONGEST && BEGINS.test(part) && isCallWish(part)
/** Of a column that may say it among other things: `Descartado - no llamar`. */
export const asksForSilence = (cell: string): boolean => isCallWish(cell) || saysCallWish(cell)
const CLAUSE = /[.,;:!¡()\n]+|\s[-–—]+\s/
const LONGEST = 60
const LONGEST_NOTE = 2000
/** Words without which no clause is a wish, behind or before a sign that parts clauses. */
const ABOUT =
  /(?:llam|contact|molest|telef|lig[au]|call|phon|ring|dial|disturb|dnc|tps|robinson|bloctel|appel|d[ée]march|anruf|kontakt|chiam|perturb|contat|chamad|bellen|dzwoni|trucar|sperre|opposi)\S*(?:[^.,;:!()\n]{0,20})[.,;:!()\n–—-]|[.,;:!¡()\n–—-]\s*(?:no|nunca|n[aã]o|do|don.?t|never|ne|nicht|non|nie|dnc|robinson|lista|en)(?![\p{L}])/iu
const BEGINS =
  /^[^\p{L}\p{N}]*(?:no|nunca|n[aã]o|do|never|ne|nicht|nie|must|may|can|wants|d\.?n\.?c|robinson|lista|en|in|on|la|the|tps|ctps|blo|black|please|por|cliente|ojo|aten|impor|prefiere|quiere|pide|solicita|ha |opposition|refuse|bitte|keine|werbes|telefons|anrufs|kontakts|registro|exclu|liste)/iu

/** A header that says who may be called or written to: there a no is the wish. */
const ALLOWS: Readonly<Record<WishField, RegExp>> = {
  doNotCall: new RegExp(
    `^(?:${[
      'llamar(?:le|les|lo|la)?|llamable|contactar(?:le|les|lo|la)?|contactable|telefonear|ligar|contactavel|contatavel|callable',
      `(?:se (?:le|les) |se |le |les |te |os )?(?:puede|puedo|podemos|pueden|acepta|admite|permite|permitir|autoriza|permiso|permiso de|permiso para|apto para|ok|ok para)(?: que (?:se )?(?:le|les|la|lo))? (?:${CALL_ES})(?: telefonicas| comerciales)*`,
      `(?:can|may|should|ok to|okay to|allow|allows|allowed to|permission to|permits?|accepts?)(?: we| i| be| receive)* (?:${CALL_EN})(?: you| them| him| her)?`,
      '(?:calls?|phone calls?|phone|calling|contact) (?:allowed|ok|permitted|permission|consent|opt in|optin)',
      '(?:i |we )?(?:agree|consent|consents|accept)(?: to)?(?: be| being| receive)? (?:phone )?(?:call(?:ed|s)?|contact(?:ed)?|phoned)(?: (?:by|via) (?:phone|telephone|call))?',
      `(?:autoriz[ao]|acept[ao]|permit[eo]|consiente|consiento|consentimiento(?: de| para)?)(?: el| la| las| a recibir| recibir)? (?:contacto|llamadas?|comunicacion|comunicaciones)(?: telefonic[ao]s?| por telefono)`,
      `(?:autorizo|acepto|permito|consiento)(?: que (?:se )?me)? (?:${CALL_ES})(?: telefonicas| comerciales| por telefono)*|consentimiento (?:llamadas?|telefon(?:o|ico))`,
      '(?:accepte|autorise)(?: d| a)?(?: etre)? (?:appelee?|contactee?|(?:les |des )?appels)(?: par telephone)?|consentement (?:appels?|telephon\\w+)|opt in tel(?:ephone)?|appelable',
      '(?:telefon|anruf)(?:ische )? ?(?:einwilligung|erlaubnis)|einwilligung (?:telefon|anruf)|darf angerufen werden|(?:anrufe?|telefonkontakt) (?:erlaubt|gestattet|ok)',
      '(?:consenso|acconsente|autorizza)(?: a| al| alle| ad)?(?: contatto| chiamate| essere (?:chiamat|contattat)[oa])?(?: telefon\\w+| per telefono)|chiamabile|contattabile',
      'consentimento (?:telefonico|chamadas|ligacoes)',
      `(?:contact(?:ar|o)?|contato|contatto|kontakt)(?:nos)? (?:telefonico|(?:por|by|via|per) (?:telefono|phone|telephone|telefone|tel|telefon))`,
      `(?:pode|podemos|permite|aceita|autoriza|permissao para)(?: ser)? (?:${CALL_PT}|contat[ao]d[oa])`,
    ].join('|')})$`,
  ),
  doNotEmail:
    /^(?:(?:contact(?:ar|o)?|contato|contatto|kontakt) (?:por|by|via|per) (?:e ?mail|correo(?: electronico)?|mail)|(?:acepta|admite|permite|autoriza|recibe|quiere|aceita|recebe|accepts?|allows?|receives?|can|may|ok to) (?:recibir |receive |receber )?(?:e ?mails?|correos?(?: electronicos?)?|newsletters?|boletin(?:es)?|mailings?)(?: marketing| comercial(?:es)?| publicitari[oa]s?)?|(?:e ?mail|correo|newsletter|boletin|mailing) (?:opt in|optin|ok|allowed|permitido|consent|permission)|(?:consentimiento|consenso|consentement|einwilligung|permiso) (?:e ?mail|correo(?: electronico)?|newsletter)|marketing e ?mails?|emailable)$/,
}
/** A bare verb in English may be anything but a question: "Call" is one that was made. */
const ASKS = /^(?:call|phone|contact)$/
/** The header has its answer with it: "¿Llamar? NO", where an x is the no. */
const ANSWERED = /^(.+) (si|sim|yes|no|nao)$/

/** What a header asks and which answer to it is the wish; null when it is about neither. */
export function wishAsked(header: string): Asked | null {
  // "Acepta llamadas / Accepts calls": in two languages.
  const parts = header.includes('/') ? header.split('/') : []
  return askedIn(header) ?? parts.reduce<Asked | null>((found, part) => found ?? askedIn(part), null)
}
type Asked = { field: WishField; wishIs: 'yes' | 'no' }

/** What databases put around a name: `SN_ROBINSON`, `dnc_flag`. */
const AROUND =
  /^(?:sn|ind|flag|flg|marca|is|es|en|on|esta en|listed on|registered (?:on|with)|(?:inscrit[oae]?|iscritto|registrado|apuntado)(?: (?:en|a|al|au|sur|nel)(?: (?:la|le|el))?)?|fed|federal|national|state) | (?:flag|sn|ind|indicator|status|estado|registered|listed|match|federal|national)$/g

function askedIn(header: string): Asked | null {
  const words = wordsOf(header).replace(AROUND, '')
  if (isCallWish(words)) return { field: 'doNotCall', wishIs: 'yes' }
  const field = allowedBy(words) ?? (ASKS.test(words) && header.includes('?') ? 'doNotCall' : null)
  if (field) return { field, wishIs: 'no' }
  const [, question = '', answer = ''] = ANSWERED.exec(words) ?? []
  const asked = question ? wishAsked(header.includes('?') ? `${question}?` : question) : null
  if (!asked) return null
  const isNo = answer.startsWith('n')
  // An x under "¿Llamar? NO" is a yes to the no; under "Do not call: no" it is a no to the wish.
  return { field: asked.field, wishIs: (asked.wishIs === 'no') === isNo ? 'yes' : 'no' }
}
const allowedBy = (words: string): WishField | null =>
  WISH_FIELDS.find((field) => ALLOWS[field].test(words)) ?? null

const SAYS_NO = new Set(
  'opt out|optout|opted out|baja|no email|no mail|no emails|unsubscribe|unsubscribed|do not email|do not allow|not allowed|denied|deny|refused|no permitir|no permitido|no permitida|no autoriza|no autorizado|denegado|rechazado|nao permitir|nao permitido|nunca|never|no enviar|no escribir|withdrawn|revoked|declined|not granted|not given|revocado|revocada|retirado|no otorgado|no acepta|no consiente|no acepto|registered|listed|inscrito|inscrita|inscrit|revoque|refus|ne pas autoriser|nicht zulassen|non consentire|revocato|negato|widerrufen|abgelehnt|nicht erteilt'.split(
    '|',
  ),
)
const SAYS_YES = new Set(
  'clear|clean|not listed|not registered|no inscrito|no inscrita|no registrado|non inscrit|nao inscrito|allow|allowed|permitir|permitido|permitida|permite|llamar|se puede llamar|si llamar|call|can call|ok to call|ligar|opt in|optin|opted in|subscribed|suscrito|autoriza|autorizado|granted|given|accepted|agreed|i agree|otorgado|concedido|aceptado|acepta|acepto|consiente|accorde|autoriser|zulassen|consenti|consentire|concesso|prestato|erteilt'.split(
    '|',
  ),
)

/** Is the cell the wish? Null when nobody can tell. */
export function wishOf(cell: string, wishIs: WishIs): boolean | null {
  const words = wordsOf(cell)
  if (isCallWish(cell) || saysCallWish(cell) || SAYS_NO.has(words)) return true
  if (wishIs === 'words' || SAYS_YES.has(words)) return false
  const said = parseYesNo(cell)
  return said === null ? null : said === (wishIs === 'yes')
}
