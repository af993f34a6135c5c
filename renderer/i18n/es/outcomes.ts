export const outcomes = {
  title: 'Resultados',
  note: 'Deja un nombre en blanco para conservar el nuestro. Lo que significa no cambia: los informes siguen contando igual.',
  inEnglish: '{{outcome}}, en inglés',
  inSpanish: '{{outcome}}, en español',
  flag: {
    attempt: 'un marcado',
    connected: 'alguien contestó',
    person: 'con la persona',
    interested: 'con interés',
    closes: 'cierra',
    invalidatesNumber: 'el número no sirve',
  },
  noFlag: 'no es un intento',
  refused: {
    'label-missing': '{{outcome}}: escribe su nombre en los dos idiomas o deja ambos en blanco.',
    'label-twice': '{{outcome}}: otro resultado ya se llama así.',
  },
  saved: 'Guardado como versión {{version}}. Todas las pantallas usan ya los nombres nuevos.',
} as const
