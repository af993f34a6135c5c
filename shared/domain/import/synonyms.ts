import { fold } from '../../lib/fold.ts'
import type { Field, SensitiveReason } from './field.ts'

/** How columns are called in Spanish, English and Portuguese; folded, words apart. */
const NAMES: Readonly<Record<Field, string>> = {
  externalId:
    'id|external id|id externo|identificador|codigo|code|record id|uuid|guid|referencia|reference|ref|codigo cliente|codigo lead|id registro|id do registro|hubspot id|salesforce id|crm id|clave',
  fullName:
    'name|full name|nombre completo|nombre y apellidos|nombre apellidos|apellidos y nombre|apellidos nombre|contacto|contact|contact name|persona de contacto|persona|nome completo|nome|fullname|contacto principal|interlocutor',
  givenName: 'first name|given name|nombre|nombre de pila|primeiro nome|firstname|forename|nombres',
  familyName:
    'last name|surname|family name|apellidos|apellido|primer apellido|sobrenome|apelido|lastname|ultimo nome',
  title:
    'title|job title|cargo|puesto|position|role|posicion|funcion|rol|puesto de trabajo|job|jobtitle|funcao|responsabilidad',
  company:
    'company|empresa|company name|nombre empresa|nombre de la empresa|razon social|organization|organizacion|organisation|account|account name|cuenta|compania|nome da empresa|empregador|employer|entidad|sociedad|nombre comercial|negocio',
  industry:
    'industry|sector|industria|actividad|ramo|setor|vertical|business segment|cnae|rubro|giro|segmento',
  employees:
    'employees|empleados|number of employees|numero de empleados|numero empleados|no employees|num empleados|n empleados|plantilla|company size|tamano|tamano empresa|tamano de la empresa|headcount|funcionarios|trabajadores|numero de trabajadores|employee count',
  website: 'website|web|url|sitio web|pagina web|site|dominio|domain|homepage|website url|pagina',
  email:
    'email|e mail|mail|correo|correo electronico|email address|e mail address|direccion de correo|direccion email|correo e|endereco de email|emails|correos',
  phone:
    'phone|telefono|phone number|telephone|tel|tlf|tlfno|tfno|telf|telefonos|telefone|fijo|telefono fijo|landline|numero de telefono|phones|centralita|telefono contacto|telefono de contacto|direct dial|numero telefono',
  mobile:
    'mobile|movil|mobile phone|cell|cell phone|telefono movil|celular|cellphone|mobile phone number|mobile number|numero movil|whatsapp|telemovel|tlf movil|tel movil',
  country: 'country|pais|country region|nacion|country code|codigo pais|codigo de pais|nation',
  province:
    'province|provincia|state|estado region|region|state region|comunidad|comunidad autonoma|ccaa|county|departamento geografico|distrito|uf',
  city: 'city|ciudad|town|localidad|poblacion|municipio|cidade|location|ubicacion',
  postalCode:
    'postal code|zip|zip code|codigo postal|cp|c p|postcode|cod postal|zipcode|cep|postalcode|distrito postal',
  source:
    'source|origen|fuente|lead source|procedencia|canal|channel|origin|origem|fonte|utm source|medio|original source|canal de captacion|como nos conocio',
  campaign: 'campaign|campana|campanha|utm campaign|campaign name|nombre campana|accion|feria',
  arrivedAt:
    'created|created at|created date|create date|fecha|date|fecha de alta|fecha alta|fecha de creacion|fecha creacion|creation date|first contact date|fecha de entrada|fecha entrada|fecha contacto|fecha de contacto|fecha de registro|signup date|submitted at|submission date|data de criacao|data|fecha interes|interest date|received|received at|timestamp|marca temporal|createdate|fecha lead|data de entrada|fecha de interes|date added|added on|fecha captacion',
  doNotCall:
    'do not call|no llamar|donotcall|dnc|lista robinson|robinson|do not phone|opt out call|phone opt out|excluir llamadas|no contactar|do not contact|nao ligar|no molestar',
  doNotEmail:
    'do not email|no enviar email|email opt out|unsubscribed|unsubscribe|no enviar correo|has opted out of email|baja email|do not mail|opt out email|no enviar correos|nao enviar email|baja newsletter',
  language: 'language|idioma|lengua|lingua|locale|preferred language|idioma preferido',
  notes:
    'notes|notas|observaciones|comentarios|comments|comment|remarks|description|descripcion|nota|note|observacoes|comentario|mensaje|message|mensagem',
  demo: 'demo|demo request|demo requested|solicita demo|pidio demo|demo solicitada|solicitud demo|asked for demo|solicitud de demo|fecha demo',
  trial: 'trial|trial started|prueba|prueba gratuita|free trial|periodo de prueba|prueba gratis',
  call_asked:
    'call requested|call me|llamenme|pide llamada|quiere que le llamen|solicita llamada|call back requested|te llamamos',
  price:
    'price request|pide precio|pidio precio|quote requested|presupuesto solicitado|solicita presupuesto|asked for price|price asked|pide presupuesto',
  reply: 'replied|respondio|reply|respuesta|email reply|respondio email',
  fair_chat: 'visited stand|visito stand|chat|talked at fair|fair talk|charla en feria|stand',
  pricing_page: 'pricing page|pagina de precios|pricing page views|visitas precios|visito precios',
  webinar: 'webinar|webinar attended|asistio webinar|webinars|asistencia webinar',
  download: 'download|downloads|descarga|descargas|downloaded|descargo|ebook',
  click: 'clicks|clics|email clicks|click|clic|clics email',
  visit:
    'visits|visitas|total visits|totalvisits|web visits|visitas web|number of visits|numero de visitas|sessions|sesiones',
  open: 'opens|aperturas|email opens|emails opened|aperturas email|open',
}

/** Columns of our own are told by their exact headers. */
const SENSITIVE: Readonly<Record<Exclude<SensitiveReason, 'own_column'>, string>> = {
  national_id:
    'dni|nif|nie|dni nif|nif nie|dni nie|dni nif nie|pasaporte|passport|passport number|ssn|social security number|national id|cpf|documento|documento de identidad|numero de documento|seguridad social|numero seguridad social|nass|curp|rut|rg',
  bank_account:
    'iban|ccc|cuenta bancaria|numero de cuenta|bank account|account number|bank account number|conta bancaria|tarjeta|card number|numero de tarjeta|credit card',
  birth_date:
    'birth date|birthdate|date of birth|dob|birthday|fecha de nacimiento|fecha nacimiento|nacimiento|cumpleanos|data de nascimento|f nacimiento|fec nacimiento|born|edad|age',
}

const tableOf = <T extends string>(names: Readonly<Record<T, string>>): ReadonlyMap<string, T> =>
  new Map(
    (Object.entries(names) as [T, string][]).flatMap(([id, list]) =>
      list.split('|').map((name) => [name, id] as const),
    ),
  )
const FIELD_OF = tableOf(NAMES)
const SENSITIVE_OF = tableOf(SENSITIVE)

/** Words that say whose, which or how many, and not what. */
const BESIDES =
  /^(lead|contact|contacto|cliente|customer|prospect|prospecto|person|persona|user|usuario|mql|sql|primary|main|business|work|the|el|la|su|your|tu)\s+|\s+(lead|contacto|cliente|principal|profesional|trabajo|empresa|primary|work|\d{1,2}|del lead|del contacto|del cliente|de contacto|de empresa)$/

/** `Teléfono_2 (fijo):` and `workEmail` as words. */
export const headerWords = (header: string): string =>
  fold(header.replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2'))
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\b(?:n[o0]|num|nr) (?=de |of |telefono|empleados)/, 'numero ')
    .trim()

/** Null when no name of a field is in it. `exact` is false when words had to be left out. */
export function fieldOfHeader(header: string): { field: Field; exact: boolean } | null {
  return lookUp(headerWords(header), FIELD_OF)
}

export const sensitiveHeader = (header: string): SensitiveReason | null =>
  SENSITIVE_OF.get(headerWords(header)) ?? null

function lookUp(words: string, table: ReadonlyMap<string, Field>): { field: Field; exact: boolean } | null {
  for (let rest = words, exact = true; rest; exact = false) {
    const field = table.get(rest)
    if (field) return { field, exact }
    const shorter = rest.replace(BESIDES, '').trim()
    if (shorter === rest) return null
    rest = shorter
  }
  return null
}
