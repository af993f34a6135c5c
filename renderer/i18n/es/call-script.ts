/** Qué decir: guion y objeciones; una parte de `call`. */
export const callScript = {
  script: 'Apertura',
  scriptEdit: 'Editar',
  part: { branches: 'Si dice', closes: 'Para cerrar', source: '¿De dónde?' },
  partNone: 'Aquí aún no hay nada escrito.',
  openingSaid: 'Apertura dicha',
  nextBest: 'Siguiente mejor pregunta',
  worth: 'vale hasta {{points}} puntos',
  objection: {
    find: '¿Qué ha dicho?',
    all: 'Objeciones',
    none: 'No hay nada parecido en la biblioteca. Escríbelo en las notas.',
    logged: 'Anotada: {{label}}',
    raised: 'Objetó: {{what}}',
    takeBack: 'Quitar',
  },
  clock: {
    set: 'reloj cambiado',
    setWhy: 'El reloj de este equipo cambió durante la llamada. El tiempo se cuenta sin él y es correcto.',
    restarted: 'tiempo dudoso',
    restartedWhy: 'Este equipo se reinició durante la llamada: el tiempo sale solo de su reloj.',
  },
  numberCopied: '{{number}} está copiado. Márcalo en tu teléfono; Intro cuando contesten.',
  numberQr: 'Apunta con tu móvil al código: {{number}}. Intro cuando contesten.',
  copyNumber: 'Copiar el número',
} as const
