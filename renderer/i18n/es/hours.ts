export const hours = {
  title: 'Horario',
  whose: 'De quién',
  days: 'Días de la semana',
  from: 'Desde',
  to: 'Hasta',
  backwards: 'El final va después del comienzo.',
  addOff: 'Añadir días libres',
  off: {
    from: 'Primer día libre',
    to: 'Último día libre',
    remove: 'Quitar estos días libres',
    backwards: 'El último día va después del primero.',
  },
  hint: 'Lo prometido para fuera de este horario pasa al equipo al momento.',
  hintUsual:
    'Nadie lo ha dicho aún; hasta entonces, las promesas esperan a quien las hizo como si estuviera.',
  policy: {
    label: 'Quién cumple una promesa que vence',
    owner: 'Solo quien la hizo',
    owner_first: 'Quien la hizo, luego el equipo',
    anyone: 'Quien esté libre',
    note: {
      owner: 'No le llega a nadie más, salvo que quien la hizo no esté.',
      owner_first: 'El equipo puede a los 15 minutos de su hora, o al momento si quien la hizo no está.',
      anyone: 'Desde diez minutos antes de su hora, le llega a quien llame a continuación.',
    },
  },
  save: 'Guardar el horario',
  saved: 'El horario de {{name}} está guardado.',
} as const
