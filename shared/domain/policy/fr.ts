import { OWN, weekdays, type Pack } from './pack.ts'

const REVIEW = '2027-02-28'

/** France. */
export const FR: Pack = [
  {
    id: 'fr-business-hours',
    kind: 'hours',
    who: 'business',
    since: null,
    hours: weekdays([9, 12.5], [14, 18]),
    source: OWN,
    reviewBy: null,
  },
  {
    id: 'fr-consumer-hours',
    kind: 'hours',
    who: 'consumers',
    since: null,
    hours: weekdays([10, 13], [14, 20]),
    source: {
      name: 'Décret n° 2022-1313 du 13 octobre 2022; Code de la consommation, article D223-9',
      address: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000046414773',
    },
    reviewBy: REVIEW,
  },
  {
    id: 'fr-consent',
    kind: 'consent',
    who: 'consumers',
    since: '2026-08-11',
    source: {
      name: 'Loi n° 2025-594 du 30 juin 2025; Code de la consommation, article L223-1',
      address: 'https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000051824325',
    },
    reviewBy: REVIEW,
  },
]
