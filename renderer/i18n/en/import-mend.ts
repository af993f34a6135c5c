/** Wrong cells are written anew and run again. */
export const mending = {
  mendHere: 'Fix them here',
  mendTitle: 'Cells to fix',
  mendGrid: 'Rows with cells to fix',
  mendKeys: 'Tab to the next wrong cell · arrows to any · type, Enter to keep, Esc to leave as it was',
  mendSum_zero: 'Nothing written yet.',
  mendSum_one: '{{count, number}} row changed, {{right, number}} reads right.',
  mendSum_other: '{{count, number}} rows changed, {{right, number}} read right.',
  mendRight: 'reads right',
  mendFirst: 'The first {{shown, number}} of {{count, number}}. The others come once these are checked.',
  mendCheck_zero: 'Check again',
  mendCheck_one: 'Check again with {{count, number}} row changed',
  mendCheck_other: 'Check again with {{count, number}} rows changed',
  mendBring_zero: 'Bring in',
  mendBring_one: 'Bring {{count, number}} row in',
  mendBring_other: 'Bring {{count, number}} rows in',
  cellBlank: 'blank',
} as const
