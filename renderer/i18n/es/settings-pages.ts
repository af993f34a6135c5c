/** The pages of Settings and their groups. */
export const pages = {
  desk: 'Aspecto e idioma',
  phone: 'Teléfono',
  day: 'Día y recordatorios',
  keys: 'Teclas',
  people: 'Personas',
  hours: 'Horario',
  goals: 'Objetivos',
  lists: 'Listas',
  territories: 'Territorios',
  rules: 'Encaje y comportamiento',
  qualification: 'Cualificación',
  outcomes: 'Resultados',
  reasons: 'Motivos de salida',
  calling: 'Reglas por país',
  registers: 'Registros',
  holidays: 'Festivos',
  retention: 'Cuánto se guarda',
  erasing: 'Borrar a personas',
  configuration: 'Configuración',
  backups: 'Copias de seguridad',
  about: 'Acerca de',
} as const

export const groups = {
  mine: 'Mi puesto',
  team: 'Equipo',
  judgement: 'Criterio',
  compliance: 'Cumplimiento',
  data: 'Datos',
} as const
