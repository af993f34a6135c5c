import type { Field, SensitiveReason } from './field.ts'

/**
 * How columns are called in Spanish, English and Portuguese (French, German, Italian, Catalan and a few more for the
 * commonest), and by the CRMs that people leave: without accents, words apart.
 * A name may stand for two fields ("Estado"); what is in the cells then decides.
 */
export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  externalId:
    'id|external id|id externo|identificador|codigo|code|record id|uuid|guid|referencia|reference|ref|codigo cliente|codigo lead|id registro|id do registro|id de registro|hubspot id|salesforce id|crm id|clave|lead id|contact id|prospect id|leadid|contactid|id de objeto|object id|vendor lead code|cod|cod cliente|badge id|badge number|kundennummer|numero client|code client|numero cliente|num cliente|person id|contact key|codi|customer id|client id|id cliente|id contacto|id de contacto|id de cliente|id lead|customer number|kunden nr|kundennr|kunden id|codice cliente|codigo de cliente|numero de cliente',
  fullName:
    'name|full name|nombre completo|nombre y apellidos|nombre apellidos|apellidos y nombre|apellidos nombre|contacto|contact|contact name|persona de contacto|persona|nome completo|fullname|contacto principal|interlocutor|nombre contacto|nombre del contacto|nome do contato|nome e sobrenome|contato|nombre del prospecto|lead name|apellido y nombre|apellido y nombres|nom|nom complet|nom et prenom|nom prenom|ansprechpartner|kontakt|kontaktperson|interlocuteur|contatto|referente|nominativo|nom i cognoms|persona de contacte|vollstandiger name|attendee|attendee name|asistente|como te llamas|cual es tu nombre|cual es tu nombre completo|what is your name|what s your name|cliente|client|customer|kunde|prospecto|prospect|nombre cliente|nombre del cliente|nombre o razon social|nombre y apellidos o razon social|nombre fiscal|nome do cliente|nome e cognome|vor und nachname|directivo|directivo 1|administrador|representante|responsable de compras|氏名|お名前|名前|担当者|担当者名|姓名|联系人|성명|이름|фио|имя и фамилия|imie i nazwisko|naam|contact person|kontaktna osoba|lead|leads|display name|cliente potencial|potencial',
  givenName:
    'first name|given name|nombre|nombre de pila|primeiro nome|firstname|forename|nombres|primer nombre|nome|prenom|first|fname|f name|vorname|nome di battesimo|given names|名|имя|imie|voornaam|fornavn|fornamn|etunimi|prenume|jmeno|keresztnev|given|middle name|segundo nombre|second name|otros nombres|additional name|additional names|nome do meio|segundo nome|secondo nome|deuxieme prenom|zweiter vorname|middle initial|segon nom',
  familyName:
    'last name|surname|family name|apellidos|apellido|primer apellido|sobrenome|apelido|lastname|ultimo nome|segundo apellido|second surname|apellido 1|apellido 2|last|lname|l name|nachname|familienname|zuname|nom de famille|cognome|cognoms|cognom|姓|фамилия|nazwisko|achternaam|etternavn|efternamn|sukunimi|prijmeni',
  title:
    'title|job title|cargo|puesto|position|role|posicion|funcion|rol|puesto de trabajo|job|jobtitle|funcao|responsabilidad|function|job position|job function|ocupacion|profesion|organization title|area de responsabilidad|fonction|poste|intitule du poste|funktion|stelle|stellung|berufsbezeichnung|ruolo|qualifica|mansione|carrec|headline|current position|cargo o puesto|役職|職位|职位|직책|должность|stanowisko|functie|position title|funcion en la empresa|designation|designacao|job role|current title|rolle|beruf',
  company:
    'company|empresa|company name|empresa nombre|cuenta nombre|organizacion nombre|compania nombre|nombre empresa|nombre de la empresa|razon social|razao social|organization|organizacion|organizacao|organisation|organization name|nombre organizacion|nome da organizacao|account|account name|nombre de la cuenta|cuenta|compania|nome da empresa|empregador|employer|entidad|sociedad|nombre comercial|nome fantasia|negocio|companyname|partner name|associated company|empresa asociada|company company|nombre de la compania|nome da conta|customer name|business name|firma|org|company account|account company|organization company|societe|entreprise|raison sociale|nom de l entreprise|nom de la societe|unternehmen|firmenname|azienda|societa|ragione sociale|nome azienda|empresa u organizacion|current company|exhibitor company|en que empresa trabajas|cual es tu empresa|what company do you work for|where do you work|cliente|client|customer|kunde|nombre fiscal|nombre cliente|nombre del cliente|nombre o razon social|nombre y apellidos o razon social|razon social nombre|denominacion|denominacion social|empresa principal asociada|primary associated company|primary company|会社名|会社|企業名|法人名|貴社名|公司|公司名称|회사|회사명|компания|организация|firma nazwa|nazwa firmy|bedrijf|bedrijfsnaam|foretag|virksomhed|firmenbezeichnung|unternehmensname|ditta|default address company|expositor|exhibitor|prospecto|prospect|nome do cliente|lead|leads|display name|sales account name|sales account|nombre de cuenta|nombre cuenta|cliente potencial|potencial',
  industry:
    'industry|sector|industria|actividad|ramo|setor|vertical|business segment|cnae|rubro|giro|segmento|industrycode|industry code|sector de actividad|actividad economica|ramo de atividade|sic|naics|industry type|secteur|secteur d activite|branche|settore|activite',
  employees:
    'employees|empleados|number of employees|numero de empleados|numero empleados|no employees|num empleados|n empleados|plantilla|company size|tamano|tamano empresa|tamano de la empresa|headcount|funcionarios|trabajadores|numero de trabajadores|employee count|numberofemployees|numero de funcionarios|tamanho da empresa|no of employees|staff|n de empleados|numero of employees|effectif|effectifs|nombre d employes|nombre de salaries|mitarbeiter|anzahl mitarbeiter|mitarbeiterzahl|dipendenti|numero dipendenti|nombre de treballadors|cuantos empleados tiene|cuantos empleados tienes|cuantos empleados sois|how many employees|cuantos empleados tiene tu empresa|cuantos empleados tiene su empresa|cuantos empleados tiene la empresa|tramo empleados|tramo de empleados|rango de empleados|rango empleados|cuantos trabajadores tiene|colaboradores|numero de colaboradores|numero colaboradores|numero mitarbeiter|numero salaries|numero trabajadores|numero funcionarios|numero collaboratori|numero employes|nombre de collaborateurs|n trab|numero trab|num trab|n trabajadores',
  website:
    'website|web|url|sitio web|pagina web|site|dominio|domain|homepage|website url|pagina|websiteurl|url del sitio web|url de sitio web|site da empresa|company domain|company domain name|nombre de dominio de la empresa|web site|direccion web|site web|site internet|webseite|internetseite|sito|sito web|pagina web de la empresa|ホームページ|сайт|strona www|internet|web page|pagina de internet',
  email:
    'email|e mail|mail|correo|correo electronico|email address|e mail address|direccion de correo|direccion email|correo e|endereco de email|endereco de e mail|emails|correos|emailaddress|emailaddress1|email from|direccion de correo electronico|correo electronico 1|email 1|e mail 1|dir correo|email addresses|e mail addr|email addr|courriel|adresse e mail|adresse email|adresse mail|mel|e mail adresse|posta elettronica|indirizzo email|correu|correu electronic|cual es tu correo|cual es tu email|cual es tu correo electronico|what is your email|what s your email|メールアドレス|メール|邮箱|电子邮件|이메일|почта|электронная почта|adres e mail|emailadres|e post|correio eletronico|correio electronico|correo elec|correo elect|correo electr|pec|correo e 1|e mail 1 address|direccion de email|direccion de e mail',
  phone:
    'phone|telefono|phone number|telephone|tel|tlf|tlfno|tfno|telf|telefonos|telefone|fijo|telefono fijo|landline|numero de telefono|numero de telefone|phones|centralita|telefono contacto|telefono de contacto|direct dial|numero telefono|telephone1|telephone2|telephone 1|telephone 2|phone work|phone direct|telefono del trabajo|telefono oficina|telefono principal|telefone comercial|telefone fixo|contact number|contact no|phone no|fono|work direct phone|corporate phone|alt phone|switchboard|office phone|direct phone|tel fixe|telephone fixe|telephone bureau|numero de telephone|telefon|telefonnummer|tel nr|festnetz|telefono fisso|numero di telefono|tel pro|telephone professionnel|telefon geschaftlich|ligne directe|company phone|cual es tu telefono|dejanos tu telefono|what is your phone number|what s your phone number|phone number with country code|電話番号|電話|电话|전화번호|телефон|telefoon|telefoonnummer|numer telefonu|telefonnr|telefon nr|rufnummer|tel prof|tels|tlfs|telfs|tfnos|telef|tel 1|telefono1|telefono2|otro telefono|otro tel|default address phone|home|work|office|casa|trabajo|oficina|home number|work number|office number|direct phone number|company hq phone|hq phone|corporate hq phone',
  mobile:
    'mobile|movil|mobile phone|cell|cell phone|telefono movil|celular|cellphone|mobile phone number|mobile number|numero movil|whatsapp|telemovel|tlf movil|tel movil|mobilephone|numero de telefono movil|numero de movil|numero de celular|telefone celular|whatsapp phone number|numero de whatsapp|movil 1|movil 2|handy|gsm|portable|tel portable|telephone portable|tel mobile|telephone mobile|numero de portable|handynummer|mobilnummer|mobil|mobiltelefon|mobiltelefonnummer|cellulare|numero di cellulare|mobile no|mobil telefon|telefon mobil|携帯電話|携帯|携帯番号|手机|휴대폰|мобильный|мобильный телефон|telefon komorkowy|komorka|mobiel|mobilfunk|mobilfunknummer|mov|nº movil|celular whatsapp|whats app',
  country:
    'country|pais|country region|nacion|country code|codigo pais|codigo de pais|nation|country id|pais region|pais o region|address1 country|country name|billing country|mailing country|nome do pais|pais regiao|ctry|pays|land|paese|nazione|stato estero|country of residence|address country|国|国名|国家|국가|страна|kraj|maa|default address country code|cc|prefijo|prefix|prefijo telefonico|prefijo pais|prefijo internacional|phone prefix|dial code|dialling code|dialing code|calling code|country calling code|phone country code|indicatif|landesvorwahl|landervorwahl|prefisso',
  province:
    'province|provincia|state|estado|estado region|region|state region|state province|state id|estado o provincia|estado provincia|comunidad|comunidad autonoma|ccaa|county|departamento geografico|distrito|uf|address1 stateorprovince|billing state|mailing state|estado regiao|regiao|departamento|provincia o estado|provincia estado|state or province|address state|address region|bundesland|departement|provincia regione|都道府県|省|область|wojewodztwo|kanton|provincie|default address province code|prov',
  city: 'city|ciudad|town|localidad|poblacion|municipio|cidade|location|ubicacion|address1 city|billing city|mailing city|city name|localidade|ville|stadt|wohnort|citta|comune|ciutat|poblacio|address city|company city|ort|市区町村|城市|город|miasto|plaats|woonplaats|default address city',
  postalCode:
    'postal code|zip|zip code|codigo postal|cp|c p|postcode|cod postal|zipcode|cep|postalcode|distrito postal|address1 postalcode|zip postal code|billing zip postal code|mailing zip postal code|billing postal code|mailing postal code|codigo postal zip|zip code postal code|code postal|plz|postleitzahl|cap|codi postal|address postal code|address zip|郵便番号|邮编|индекс|почтовый индекс|kod pocztowy|default address zip',
  source:
    'source|origen|fuente|lead source|procedencia|canal|channel|origin|origem|fonte|utm source|medio|original source|canal de captacion|como nos conocio|leadsource|leadsourcecode|source id|fuente original|origen del lead|origem do lead|origen del prospecto|fuente de posible cliente|origen del cliente potencial|fonte do lead|toma de contacto|lead origin source|original traffic source|fuente de trafico original|latest source|source channel|lead channel|origine|quelle|herkunft|fonte contatto|provenance|platform|plataforma|provenienza|leadquelle|kanal|canale|source du lead|origine lead|origen contacto|origem da primeira conversao|fuente de la primera conversion',
  campaign:
    'campaign|campana|campanha|utm campaign|campaign name|nombre campana|accion|feria|campaign id|nombre de la campana|nome da campanha|campaign source|accion comercial|evento|event',
  stage:
    'stage|etapa|fase|status|estado|estado del lead|lead status|estado lead|lifecycle stage|etapa del ciclo de vida|fase do ciclo de vida|status do lead|statuscode|status reason|razon para el estado|stage id|pipeline stage|etapa del negocio|deal stage|lifecyclestage|hs lead status|lead stage|situacion|situacao|estado del cliente potencial|estado del contacto|statecode|estado del prospecto|status del lead|stato|statut|statut du lead|stato lead|stato del lead|status label|deal status|estado del negocio|lead state|contact stage|sales stage|phase|estagio no funil|estagio do funil|estagio|etapa do funil|estagio do lead',
  owner:
    'owner|propietario|lead owner|contact owner|propietario del contacto|propietario del lead|propietario del cliente potencial|proprietario|proprietario do contato|comercial|comercial asignado|vendedor|salesperson|sales rep|assigned to|asignado a|asignado|responsable|responsavel|owner name|agent|agente|gestor|dueno|account owner|assigned user|user id|sales agent|record owner|hubspot owner|owner full name|ejecutivo|asesor|lead owner name|rep|assignee|dono do lead|dono|commercial|resp',
  arrivedAt:
    'alta|created|created at|created date|create date|fecha|date|fecha de alta|fecha alta|fecha de creacion|fecha creacion|creation date|first contact date|fecha de entrada|fecha entrada|fecha contacto|fecha de contacto|fecha de registro|signup date|submitted at|submission date|data de criacao|data|fecha interes|interest date|received|received at|timestamp|marca temporal|createdate|fecha lead|data de entrada|fecha de interes|date added|added on|fecha captacion|created on|createdon|date created|created time|creado el|creado|criado em|lead created|lead creation date|fecha solicitud|fecha de solicitud|data de cadastro|submitted on|fecha de captacion|date entered|created by date|hora de creacion|scan time|scan date|scanned at|scanned on|date de creation|date creation|date de contact|erstellt am|erstelldatum|angelegt am|data creazione|data di creazione|data alta|data d alta|registration date|registered at|fecha de escaneo|person created|f alta|fec alta|f de alta|connected on|order date|登録日|submitted|submit date|date submitted|data de registo|data registo|data contatto|data di contatto|scan date time|submit time|registration time|lead submit time|created date time|event created date time|data da primeira conversao|fecha de la primera conversion|first conversion date|aangemaakt op|data utworzenia',
  updatedAt:
    'updated|updated at|last modified|last modified date|last updated|last updated on|modified|modified on|modifiedon|modified date|fecha de ultima modificacion|ultima modificacion|fecha modificacion|fecha de modificacion|fecha de actualizacion|actualizado|ultima actualizacion|lastmodifieddate|last update|update time|data de modificacao|ultima modificacao|data de atualizacao|date modified|modificado el|hora de actualizacion|modified time|write date|last changed|f modificacion|date updated|updated on|modified at|data modifica|date de modification|geandert am',
  doNotCall:
    'do not call|no llamar|donotcall|dnc|lista robinson|robinson|do not phone|opt out call|phone opt out|excluir llamadas|no contactar|do not contact|nao ligar|no molestar|donotphone|no permitir llamadas telefonicas|do not allow phone calls|no permitir llamadas|call opt out|do not call flag|nao telefonar|ne pas appeler|nicht anrufen|non chiamare|no trucar|opposition appel|bloctel|opt out|optout|opted out',
  doNotEmail:
    'do not email|no enviar email|email opt out|unsubscribed|unsubscribe|no enviar correo|has opted out of email|baja email|do not mail|opt out email|no enviar correos|nao enviar email|baja newsletter|hasoptedoutofemail|donotemail|unsubscribed from all email|no permitir correo electronico|do not allow emails|email unsubscribed|darse de baja de todos los correos electronicos|no permitir mensajes de correo electronico|baja emailing|baja mailing|baja mail|baja correo|email optout|optout email|newsletter abbestellt|desabonne',
  basis:
    'lawful basis|legal basis|base legal|base juridica|base legitimadora|base de licitud|consent|consentimiento|gdpr consent|hs legal basis|legal basis for processing contact s data|legal basis for processing contacts data|base legal rgpd|consentimiento rgpd|opt in|optin|permiso comercial|consentimento|consentimiento comercial|marketing consent|base legal para el tratamiento|fundamento legal|consenso|consenso marketing|consentement|einwilligung|werbeeinwilligung|autoriza tratamiento de datos|autorizacion tratamiento de datos|autorizacion de tratamiento de datos|acepta tratamiento de datos|tratamiento de datos|habeas data|acepta comunicaciones comerciales|autoriza comunicaciones comerciales|acepta publicidad|lopd|rgpd|gdpr|lgpd|desea recibir publicidad|quiere recibir publicidad|recibir publicidad|desea recibir informacion comercial|desea recibir informacion|acepta recibir informacion comercial',
  basisOn:
    'consent date|fecha consentimiento|fecha de consentimiento|fecha del consentimiento|opt in date|optin date|fecha base legal|consented at|consented on|consent timestamp|fecha de aceptacion|data do consentimento|basis date|consent given on|optin time|opt in time|optin timestamp|gdpr consent date|data consenso|date de consentement|einwilligungsdatum|fecha rgpd|fecha lopd',
  basisProof:
    'consent proof|prueba de consentimiento|prueba del consentimiento|proof of consent|consent source|origen del consentimiento|consent text|opt in source|basis proof|prueba de la base legal|consent evidence|prova de consentimento',
  language:
    'language|idioma|lengua|lingua|locale|preferred language|idioma preferido|lang id|lang|language id|contact language|langue|sprache|lingua parlata',
  notes:
    'notes|notas|observaciones|obs|observ|comentarios|comments|comment|remarks|description|descripcion|nota|note|observacoes|comentario|mensaje|message|mensagem|lead note|descricao|internal notes|notas internas|anotaciones|anotacoes|qualificationcomments|resumen|about|remarque|remarques|commentaire|commentaires|bemerkung|bemerkungen|notizen|kommentar|kommentare|osservazioni|observacions|anmerkungen|備考|примечание|uwagi|opmerkingen',
  demo: 'demo|demo request|demo requested|solicita demo|pidio demo|demo solicitada|solicitud demo|asked for demo|solicitud de demo|fecha demo|requested demo|demo request date|pediu demo',
  trial:
    'trial|trial started|prueba|prueba gratuita|free trial|periodo de prueba|prueba gratis|trial start|trial start date|inicio prueba|teste gratis',
  call_asked:
    'call requested|call me|llamenme|pide llamada|quiere que le llamen|solicita llamada|call back requested|te llamamos|callback requested|request a call|pediu contato|quieres que te llamemos',
  price:
    'price request|pide precio|pidio precio|quote requested|presupuesto solicitado|solicita presupuesto|asked for price|price asked|pide presupuesto|pricing request|request for quote|pediu orcamento|precio solicitado',
  reply:
    'replied|respondio|reply|respuesta|email reply|respondio email|replies|email replies|sales email replied|recent sales email replied date|respondeu',
  fair_chat:
    'visited stand|visito stand|chat|talked at fair|fair talk|charla en feria|stand|chat date|visited booth|booth|visita stand',
  pricing_page:
    'pricing page|pagina de precios|pricing page views|visitas precios|visito precios|visitas pagina de precios|pagina de precos',
  webinar:
    'webinar|webinar attended|asistio webinar|webinars|asistencia webinar|attended webinar|last webinar',
  download:
    'download|downloads|descarga|descargas|downloaded|descargo|ebook|whitepaper|content downloads|downloads count',
  click:
    'clicks|clics|email clicks|click|clic|clics email|emails clicked|marketing emails clicked|cliques|correos en los que se hizo clic',
  visit:
    'visits|visitas|total visits|totalvisits|web visits|visitas web|number of visits|numero de visitas|sessions|sesiones|number of sessions|numero de sesiones|page views|number of page views|paginas vistas|pageviews|visitas al sitio',
  open: 'opens|aperturas|email opens|emails opened|aperturas email|open|marketing emails opened|opened emails|correos abiertos|aberturas',
}

/** Names that say so little that any other name for the same field says more. */
export const GENERIC: ReadonlySet<string> = new Set(
  'name|nombre|nome|id|code|codigo|ref|clave|contact|contacto|contato|persona|date|fecha|data|status|estado|state|region|phone|telefono|title|url|site|medio|canal|event|evento|received|created|timestamp|alta|situacion|fase|stage|etapa|page views|position|location|agent|agente|rep|accion|campaign id|source id|stato|statut|phase|submitted'.split(
    '|',
  ),
)

/** Names that stand for a field only where no other column does: at a fair, the exhibitor is the company of all. */
export const SECOND: ReadonlySet<string> = new Set(
  'headline|exhibitor|expositor|exhibitor company|departamento|departement|platform|plataforma|home|work|office|casa|trabajo|oficina|company city|company hq phone'.split(
    '|',
  ),
)

/** More of what another column begins: `Segundo nombre` beside `Primer nombre`. */
export const MORE: ReadonlySet<string> = new Set(
  'middle name|segundo nombre|second name|otros nombres|additional name|additional names|nome do meio|segundo nome|secondo nome|deuxieme prenom|zweiter vorname|middle initial|segon nom'.split(
    '|',
  ),
)

/** Whoever it is that the list is about: a person in one file, a company in the next, beside a name the other of the two. */
export const VAGUE: ReadonlySet<string> = new Set(
  'lead|leads|cliente|client|customer|kunde|prospecto|prospect|display name|cliente potencial|potencial|nombre cliente|nombre del cliente|nome do cliente|nombre fiscal|nombre o razon social|nombre y apellidos o razon social'.split(
    '|',
  ),
)

/** They look like one of the names above with a word beside it, and are about something else. */
export const NO_FIELD: ReadonlySet<string> = new Set(
  'lead title|lead titulo|prospecto titulo|titulo del prospecto|deal title|deal name|opportunity|opportunity name|oportunidad|nombre del negocio|linkedin url|person linkedin url|company linkedin url|company id|account id|organization id|owner id|ownerid|campaign member status|lead number|associated company id|email domain|email status|phone status|email type|phone type|street|street address|direccion|address|marketing contact status|ip country|ip city|subscription status|tratamiento|saludo|salutation|civilite|anrede|titre de civilite|titolo|name prefix|name suffix|suffix|sufijo|sexo|sex|gender|genero|geschlecht|phonetic first name|phonetic middle name|phonetic last name|file as|profile url|profile|perfil|linkedin|linkedin profile|linkedin profile url|url de linkedin|perfil de linkedin|sales navigator url|photo|foto|labels|etiquetas|account manager|company type|query|fax|fax number|numero de fax|numero fax|telefax|business fax|work fax|home fax|other fax|fax 1|fax 2|fax trabajo|fax casa|fax del trabajo|fax particular|otro fax|telecopie|telecopieur|telecopia|beeper|pager|buscapersonas|localizador|telex|tty tdd phone|radio phone|isdn|rdsi|callback|devolucion de llamada|telefono del ayudante|ayudante|assistant s phone|assistant phone|assistants phone|asst phone|telefono del asistente|assistant s name|assistant name|manager s name|manager name|spouse|conyuge|children|hijos|mileage|kilometraje|ip|ip address|optin ip|confirm ip|latitude|longitude|latitud|longitud|lat|lng|lon'.split(
    '|',
  ),
)

/** Columns of our own are told by their exact headers. */
export const SENSITIVE_NAMES: Readonly<Record<Exclude<SensitiveReason, 'own_column'>, string>> = {
  national_id:
    'dni|nif|nie|dni nif|nif nie|dni nie|dni nif nie|nif dni|nif cif|cif nif|pasaporte|passport|passport number|numero de pasaporte|ssn|soc sec|soc sec id|soc sec no|social security|social security no|social security number|national id|national id number|identity card|cpf|documento|documento de identidad|numero de documento|num documento|doc identidad|seguridad social|numero seguridad social|numero de seguridad social|nass|nuss|curp|rut|run|rg|cedula|cedula de identidad|cedula de ciudadania|dpi|bsn|nino|national insurance number|tarjeta sanitaria|numero de identificacion|nif contribuinte|cartao de cidadao|bilhete de identidade|id card|driver license|carnet de conducir|codice fiscale|cod fiscale|numero de securite sociale|n de securite sociale|securite sociale|numero secu|nir|carte d identite|numero carte d identite|passeport|personalausweis|personalausweisnummer|ausweisnummer|reisepass|steuer id|steueridentifikationsnummer|sozialversicherungsnummer|svnr|carta d identita|numero carta d identita|passaporto|permis de conduire|fuhrerschein|cpf cnpj|cnpj cpf|nif nipc|numero de contribuinte|contribuinte|government id number|government id|identification number|num identificacion|numero identificacion|pesel|identificacion|n identificacion',
  bank_account:
    'iban|ccc|cuenta bancaria|numero de cuenta|numero cuenta|no cuenta|bank account|account number|bank account number|conta bancaria|numero da conta|tarjeta|card number|numero de tarjeta|credit card|credit card number|tarjeta de credito|cartao de credito|numero do cartao|clabe|cbu|sort code|routing number|bic|swift|domiciliacion|cvv|kontonummer|bankverbindung|bankkonto|blz|rib|compte bancaire|numero de compte|conto corrente|coordinate bancarie|numero di conto|carta di credito|carte bancaire|carte de credit|kreditkarte|kreditkartennummer|agencia e conta|conta corrente|chave pix|pix|cta bancaria|cta cte|c c c',
  birth_date:
    'birth date|birthdate|date of birth|dob|birthday|birth day|fecha de nacimiento|fecha nacimiento|nacimiento|cumpleanos|data de nascimento|data nascimento|nascimento|aniversario|f nacimiento|f nac|fec nac|fecha nac|fec nacimiento|born|born on|edad|age|idade|year of birth|ano de nacimiento|birth year|date de naissance|naissance|ne le|nee le|annee de naissance|geburtsdatum|geburtstag|geb datum|geboren|geboren am|alter|geburtsjahr|data di nascita|nascita|nato il|nata il|compleanno|anno di nascita|data de naixement|naixement|aniversari|data de aniversario|data aniversario|fecha de cumpleanos|f de nacimiento|fch nacimiento|生年月日|fecha de nac|f de nac|fecha nacim|fecha de nacim|nac|data nasc|data de nasc|dt nascimento|dt nasc|fch nac|fecha nto|geb|geboortedatum|data urodzenia',
}
