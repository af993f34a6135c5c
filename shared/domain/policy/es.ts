import { OWN, weekdays, type Pack } from './pack.ts'

const REVIEW = '2026-12-31'

/** Spain. An autónomo who is called about the trade is business, so no rule says otherwise. */
export const ES: Pack = [
  {
    id: 'es-business-hours',
    kind: 'hours',
    who: 'business',
    since: null,
    hours: weekdays([9, 14], [16, 19]),
    source: OWN,
    reviewBy: null,
  },
  {
    id: 'es-consumer-hours',
    kind: 'hours',
    who: 'consumers',
    since: null,
    hours: weekdays([9, 21]),
    source: {
      name: 'Real Decreto Legislativo 1/2007, artículo 96.2',
      address: 'https://www.boe.es/buscar/act.php?id=BOE-A-2007-20555',
    },
    reviewBy: REVIEW,
  },
  {
    id: 'es-mobile-line',
    kind: 'line',
    who: 'all',
    line: 'mobile',
    since: '2025-06-07',
    source: {
      name: 'Orden TDF/149/2025, artículo 9',
      address: 'https://www.boe.es/buscar/act.php?id=BOE-A-2025-2870',
    },
    reviewBy: REVIEW,
  },
  {
    id: 'es-robinson',
    kind: 'screening',
    who: 'consumers',
    lists: ['robinson'],
    within: 'campaign',
    since: '2018-12-07',
    source: {
      name: 'Ley Orgánica 3/2018, artículo 23; Lista Robinson (Adigital)',
      address: 'https://www.boe.es/buscar/act.php?id=BOE-A-2018-16673',
    },
    reviewBy: REVIEW,
  },
  {
    id: 'es-existing-customer',
    kind: 'existing',
    who: 'all',
    months: 12,
    since: '2023-06-29',
    source: {
      name: 'Ley 11/2022, artículo 66.1 b); Circular 1/2023 de la AEPD',
      address: 'https://www.boe.es/buscar/act.php?id=BOE-A-2022-10757',
    },
    reviewBy: REVIEW,
  },
]
