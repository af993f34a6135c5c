export const people = {
  welcome: '¿Quién está en este puesto?',
  welcomeWhy: 'Cada llamada lleva el nombre de quien la hizo. Se queda en este ordenador.',
  name: 'Tu nombre',
  namePlaceholder: 'Lucía Marín',
  nameMissing: 'Hace falta un nombre: tus llamadas se guardan con él.',
  role: 'Qué haces aquí',
  roleNote: {
    rep: 'Llama, cualifica, registra. Casi todo el mundo.',
    team_lead:
      'Además revisa resultados, reabre leads y puede pasar uno sin llegar al umbral, con un motivo.',
    admin: 'Además fija pesos, guiones y reglas.',
  },
  sit: 'Sentarse',
  add: 'Añadir a una persona',
  addTitle: 'Una persona nueva en este puesto',
  atDesk: 'En este puesto',
  switch: 'Se sienta otra persona',
  nowHere: 'Ahora está {{name}} en este puesto.',
  firstList: 'Una lista que llamar',
  firstListWhy:
    'Trae el archivo que tengas: cualquier CSV o Excel, de una feria o de un CRM. No se escribe nada antes de que veas qué pasaría.',
  import: 'Importar una lista',
  demo: 'Echar un vistazo con datos de muestra',
  demoWhy:
    'Datos de muestra: 600 leads inventados y 90 días de llamadas. Solo se ofrece mientras no haya nada tuyo.',
  demoBusy: 'Creando 600 leads y 90 días de llamadas…',
  demoDone_one: 'La muestra está lista: {{number}} lead.',
  demoDone_many: 'La muestra está lista: {{number}} leads.',
  demoDone_other: 'La muestra está lista: {{number}} leads.',
  language: 'Idioma',
} as const
