import { noSundays, OWN, weekdays, type Pack } from './pack.ts'

const PECR = {
  name: 'Privacy and Electronic Communications Regulations 2003, regulation 21; ICO guidance on live calls',
  address: 'https://www.legislation.gov.uk/uksi/2003/2426/regulation/21',
}
const REVIEW = '2026-12-31'

/** The United Kingdom, which screens businesses too. The law names no hours. */
export const GB: Pack = [
  {
    id: 'gb-business-hours',
    kind: 'hours',
    who: 'business',
    since: null,
    hours: weekdays([9, 19]),
    source: OWN,
    reviewBy: null,
  },
  {
    id: 'gb-consumer-hours',
    kind: 'hours',
    who: 'consumers',
    since: null,
    hours: noSundays(9, 20, false),
    source: OWN,
    reviewBy: null,
  },
  {
    id: 'gb-tps',
    kind: 'screening',
    who: 'consumers',
    lists: ['tps'],
    within: 28,
    since: '2003-12-11',
    source: PECR,
    reviewBy: REVIEW,
  },
  {
    id: 'gb-ctps',
    kind: 'screening',
    who: 'business',
    lists: ['ctps'],
    within: 28,
    since: '2004-06-25',
    source: PECR,
    reviewBy: REVIEW,
  },
  {
    id: 'gb-sole-traders',
    kind: 'sole_trader',
    who: 'all',
    since: '2003-12-11',
    source: PECR,
    reviewBy: REVIEW,
  },
]
