/** Las celdas que están mal se escriben de nuevo y se revisan otra vez. */
export const mending = {
  mendHere: 'Arreglarlas aquí',
  mendTitle: 'Celdas por arreglar',
  mendGrid: 'Filas con celdas por arreglar',
  mendKeys:
    'Tab va a la siguiente celda mala · flechas a cualquiera · escribe, Intro la guarda, Esc la deja como estaba',
  mendSum_zero: 'Nada escrito todavía.',
  mendSum_one: '{{count, number}} fila cambiada, {{right, number}} se lee bien.',
  mendSum_many: '{{count, number}} filas cambiadas, {{right, number}} se leen bien.',
  mendSum_other: '{{count, number}} filas cambiadas, {{right, number}} se leen bien.',
  mendRight: 'se lee bien',
  mendFirst: 'Las primeras {{shown, number}} de {{count, number}}. Las demás vienen al revisar estas.',
  mendCheck_zero: 'Revisar otra vez',
  mendCheck_one: 'Revisar otra vez con {{count, number}} fila cambiada',
  mendCheck_many: 'Revisar otra vez con {{count, number}} filas cambiadas',
  mendCheck_other: 'Revisar otra vez con {{count, number}} filas cambiadas',
  mendBring_zero: 'Traer',
  mendBring_one: 'Traer {{count, number}} fila',
  mendBring_many: 'Traer {{count, number}} filas',
  mendBring_other: 'Traer {{count, number}} filas',
  cellBlank: 'vacía',
} as const
