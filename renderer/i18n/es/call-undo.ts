/** Lo que se deshizo, cada cosa parte de una frase. */
export const callUndo = {
  slip: {
    title: 'Deshacer un «no llamar»',
    note: 'Solo si fue un desliz: nadie lo pidió. Lo que escribas queda guardado con el hecho.',
    why: 'Por qué fue un desliz',
    example: 'Tecla equivocada',
  },
  back: {
    person: 'se le puede volver a llamar',
    number: 'se puede volver a llamar a ese número',
    company: 'se puede volver a llamar a la empresa',
    stage: 'etapa {{to}} otra vez, ya no {{from}}',
    gone: {
      promise: 'se quita la promesa del {{when}}',
      followUp: 'se quita la próxima llamada del {{when}}',
      step: 'se quita: {{kind}} el {{when}}',
    },
    again: {
      promise: 'vuelve la promesa del {{when}}',
      followUp: 'vuelve la próxima llamada del {{when}}',
      step: 'vuelve: {{kind}} el {{when}}',
    },
    counters: 'cuenta como antes: llamadas {{dials}}, intentos {{attempts}}',
    owner: 'el lead vuelve a ser de {{name}}',
    nobodys: 'el lead queda otra vez sin responsable',
    alternativeGone: 'el lead en {{list}} ya no está',
    alternativeStays: 'su lead en {{list}} se queda: alguien trabajó en él',
    referralGone: 'se quita el lead de {{name}}',
    referralStays: 'el lead de {{name}} se queda',
    dialable: 'se puede volver a marcar {{number}}',
    note: 'la nota vuelve',
  },
} as const
