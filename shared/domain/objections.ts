import type { Objection } from './objection.ts'

type Words = readonly [label: string, answer: string]

const one = (code: string, [es, sayEs]: Words, [en, sayEn]: Words): Objection => ({
  code,
  label: { es, en },
  answer: { es: sayEs, en: sayEn },
  retired: false,
})

/** The library that ships; a team lead writes their own over it. */
export const OBJECTIONS: readonly Objection[] = [
  one(
    'no_time',
    [
      'No tengo tiempo',
      'Lo entiendo, no le entretengo. ¿Cuándo le vienen mejor cinco minutos: hoy a última hora o mañana?',
    ],
    ['No time', 'I understand, I won’t keep you. When are five minutes better: late today or tomorrow?'],
  ),
  one(
    'send_email',
    [
      'Envíeme un correo',
      'Con mucho gusto. Para no mandarle un folleto: ¿qué tendría que contarle para que le sirva?',
    ],
    [
      'Send me an e-mail',
      'Gladly. So that it is not a brochure: what would it have to tell you to be of use?',
    ],
  ),
  one(
    'too_expensive',
    ['Es caro', '¿Caro comparado con qué? Si le parece, vemos antes lo que les cuesta seguir como están.'],
    ['Too expensive', 'Compared with what? Shall we look first at what it costs you to stay as you are?'],
  ),
  one(
    'has_supplier',
    [
      'Ya tenemos proveedor',
      'Bien, así conocen el terreno. ¿Qué es lo que mejor hace y qué le pedirían que hiciera mejor?',
    ],
    [
      'We have a supplier',
      'Good, then you know the ground. What do they do best, and what would you have them do better?',
    ],
  ),
  one(
    'not_interested',
    ['No me interesa', 'Lo respeto. ¿Es por el momento, o porque esto ya lo tienen resuelto?'],
    ['Not interested', 'I respect that. Is it the moment, or is this solved for you already?'],
  ),
  one(
    'who_gave_number',
    [
      '¿De dónde tiene mi número?',
      'Se lo digo ahora mismo, y si no quiere más llamadas lo apunto en el acto.',
    ],
    [
      'Who gave you my number?',
      'I will tell you right away, and if you want no more calls I note it at once.',
    ],
  ),
  one(
    'bad_timing',
    [
      'Ahora no es el momento',
      'De acuerdo. ¿Qué tendría que pasar para que lo fuera, y para cuándo lo espera?',
    ],
    [
      'Bad timing',
      'All right. What would have to happen for it to be a good one, and by when do you expect that?',
    ],
  ),
  one(
    'ask_boss',
    [
      'Tengo que consultarlo',
      'Claro. ¿Con quién lo consulta y qué querrá saber? Quizá pueda ayudarle a contarlo.',
    ],
    [
      'I have to ask my boss',
      'Of course. Whom do you ask, and what will they want to know? I may help you tell it.',
    ],
  ),
  one(
    'no_budget',
    ['No hay presupuesto', '¿No lo hay este año, o no lo hay para esto? ¿Cuándo se decide el siguiente?'],
    ['No budget', 'None this year, or none for this? When is the next one decided?'],
  ),
  one(
    'bad_experience',
    [
      'Ya nos salió mal',
      'Me interesa saberlo. ¿Qué falló entonces, y qué tendría que ser distinto esta vez?',
    ],
    [
      'It went badly before',
      'I would like to know. What went wrong then, and what would have to be different?',
    ],
  ),
  one(
    'works_fine',
    ['Así estamos bien', 'Me alegro. Si pudiera cambiar una sola cosa de cómo lo hacen hoy, ¿cuál sería?'],
    [
      'We are fine as we are',
      'Glad to hear it. If you could change one thing in how you do it today, which would it be?',
    ],
  ),
  one(
    'too_small',
    [
      'Somos muy pequeños',
      '¿Cuántas personas lo hacen hoy, y cuántas horas se les van? Con eso le digo si le compensa.',
    ],
    [
      'We are too small',
      'How many people do it today, and how many hours does it take? Then I can say whether it pays.',
    ],
  ),
]
