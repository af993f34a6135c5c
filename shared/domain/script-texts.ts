import type { Scripts } from './script.ts'

/** The script that ships, until a team lead writes the list's own. */
export const SCRIPTS: Scripts = {
  es: {
    openers: {
      cold: 'Hola[, {first}], soy {rep}. Querría saber cómo lo llevan[ en {company}] y si podemos ayudarles.',
      promised: 'Hola[, {first}], soy {rep}. Quedamos en hablar hoy. ¿Le viene bien ahora?',
      asked: 'Hola[, {first}], soy {rep}. Le llamo porque se interesó hace poco por lo que hacemos.',
    },
    source: '[Su contacto nos llegó por {source}.] ¿Le viene bien ahora?',
    object: 'Si prefiere que no le llamemos más, dígamelo y lo apunto.',
    numberFrom:
      '[Nos llegó por {source}.|Ahora mismo no lo tengo delante: se lo confirmo hoy por escrito.] Si quiere, lo borro y no le volvemos a llamar.',
    questions: {
      budget: '¿Tienen ya una partida para esto, o una cifra en mente?',
      authority: '¿Quién decide esto con usted?',
      need: '¿Qué les pasa si lo dejan como está?',
      timeline: '¿Para cuándo necesitan tenerlo resuelto?',
      metrics: '¿Qué cifra tendría que mejorar, y cuánto?',
      decision_criteria: '¿En qué se fijarán para elegir?',
      decision_process: '¿Qué pasos faltan hasta decidirlo?',
      champion: '¿Quién dentro lo empujaría con ganas?',
    },
    branches: [
      {
        when: 'Ya lo tenemos resuelto',
        say: 'Me alegro. ¿Qué es lo que mejor les funciona y qué cambiarían?',
        next: 'need',
      },
      {
        when: 'No soy la persona',
        say: 'Gracias por decírmelo. ¿Quién lo lleva[ en {company}]?',
        next: 'authority',
      },
      { when: 'Cuénteme más', say: 'Con gusto. Para no contarle lo que no le sirve:', next: 'need' },
    ],
    closes: [
      {
        when: 'Encaja',
        say: 'Le propongo una reunión de media hora con quien mejor lo conoce. ¿Jueves a las diez o viernes a las doce?',
      },
      { when: 'Aún no', say: 'Le llamo entonces. ¿Qué día le va bien?' },
      { when: 'No encaja', say: 'Gracias por su tiempo[, {first}]. No le molesto más.' },
    ],
  },
  en: {
    openers: {
      cold: 'Hello[ {first}], this is {rep}. I would like to ask how you handle this[ at {company}] and whether we can help.',
      promised: 'Hello[ {first}], this is {rep}. We agreed to talk today. Is this a good moment?',
      asked: 'Hello[ {first}], this is {rep}. You showed an interest in what we do.',
    },
    source: '[Your name came to us through {source}.] Is this a good moment?',
    object: 'If you would rather not be called again, tell me and I will note it.',
    numberFrom:
      '[It came to us through {source}.|I do not have it in front of me: I will confirm it today in writing.] If you like, I delete it and we never call again.',
    questions: {
      budget: 'Is there a budget for this, or a figure in mind?',
      authority: 'Who decides this with you?',
      need: 'What happens if you leave it as it is?',
      timeline: 'By when do you need it solved?',
      metrics: 'Which figure would have to improve, and by how much?',
      decision_criteria: 'What will you go by when you choose?',
      decision_process: 'Which steps are left until it is decided?',
      champion: 'Who inside would gladly push for it?',
    },
    branches: [
      {
        when: 'We have that covered',
        say: 'Good to hear. What works best for you, and what would you change?',
        next: 'need',
      },
      {
        when: 'I am not the right person',
        say: 'Thank you for saying so. Who looks after it[ at {company}]?',
        next: 'authority',
      },
      { when: 'Tell me more', say: 'Gladly. So that I tell you what is of use:', next: 'need' },
    ],
    closes: [
      {
        when: 'It fits',
        say: 'May I suggest half an hour with the one of us who knows it best? Thursday at ten or Friday at twelve?',
      },
      { when: 'Not yet', say: 'Then I will call you. Which day suits you?' },
      { when: 'It does not fit', say: 'Thank you for your time[, {first}]. I will not bother you again.' },
    ],
  },
}
