import type { Handlers, Input } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import type { CompanyWish } from '#shared/contract/wish'
import { atLeast } from '#shared/domain/people'
import { isLapsed } from '#shared/domain/wish'
import { HOUR } from '#shared/lib/time'
import { insertSuppression } from '#electron/db/call'
import { repAtDesk } from '#electron/db/device'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import { clientOf } from '#electron/db/raw'
import { leadsOfCompany, leadsOfPerson } from '#electron/db/touched'
import { CONFIRMED, copiesOf, openWishes, type WishRow } from '#electron/db/wish'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { refresh } from './queue.ts'
import { lift } from './wish-lift.ts'
import { openOf, placeOf } from './wish-open.ts'

export const wishHandlers = (deps: Deps) =>
  ({
    'wishes.open': () => open(deps),
    'wishes.decide': (input) => decide(deps, input),
    'wishes.lift': (input) => lift(deps, input),
  }) satisfies Partial<Handlers>

const CHANGED = { kind: 'changed', topics: ['leads', 'queue'] } as const

function open(deps: Deps): CompanyWish[] {
  lapse(deps)
  return openOf(deps.db, deps)
}

function decide(deps: Deps, { wishId, companyWide }: Input<'wishes.decide'>): Record<string, never> {
  deps.db.transaction((tx) => {
    const rep = sitting(tx)
    if (!atLeast(rep.role, 'team_lead'))
      throw new AppError('not-allowed', 'A team lead confirms what holds for a company.', 'needs-team-lead')
    const wish = openWishes(tx).find((each) => each.wishId === wishId)
    if (!wish) throw new AppError('not-found', 'That wish waits for nobody any more.', 'wish-unknown')
    if (companyWide) confirm(tx, deps, wish)
    else narrow(tx, deps, wish, 'narrowed')
  })
  deps.emit(CHANGED)
  return {}
}

/** Stands by itself from now on: taking the call back takes nothing off it. */
function confirm(tx: Db, deps: Deps, { wishId, companyId, personId, leadId }: WishRow): void {
  const about = { scope: 'company', channel: 'call', companyId, personId, leadId } as const
  insertSuppression(tx, {
    ...stampOf(tx, deps),
    ...about,
    refersTo: wishId,
    source: CONFIRMED,
    lifted: false,
  })
}

/** From the whole company to who said it, with what merges said of others because of it. */
function narrow(tx: Db, deps: Deps, wish: WishRow, source: 'narrowed' | 'lapsed'): void {
  const { wishId, companyId, personId, leadId, callId } = wish
  const end = { refersTo: wishId, leadId, callId, source }
  const company = { scope: 'company', channel: 'call', companyId, personId } as const
  insertSuppression(tx, { ...stampOf(tx, deps), ...end, ...company, lifted: true })
  const person = { scope: 'person', channel: 'call', personId } as const
  if (personId !== null) insertSuppression(tx, { ...stampOf(tx, deps), ...end, ...person, lifted: false })
  const copies = copiesOf(tx, wish)
  for (const { id, personId: other, channel } of copies)
    insertSuppression(tx, {
      ...stampOf(tx, deps),
      scope: 'person',
      channel,
      personId: other,
      refersTo: id,
      source,
      lifted: true,
    })
  const people = [...copies.map((copy) => copy.personId), ...(personId === null ? [] : [personId])]
  const touched = [...leadsOfCompany(tx, companyId), ...people.flatMap((id) => leadsOfPerson(tx, id))]
  refresh(tx, deps, [...new Set(touched)])
}

/** What nobody confirmed in time is only the person's. Until somebody sits here nobody calls either. */
function lapse(deps: Deps): void {
  if (!repAtDesk(deps.db)) return
  const late = openWishes(deps.db).filter((wish) =>
    isLapsed(wish.at, placeOf(deps.db, deps, wish), deps.now()),
  )
  if (late.length === 0) return
  deps.db.transaction((tx) => {
    for (const wish of late) narrow(tx, deps, wish, 'lapsed')
  })
  deps.emit(CHANGED)
}

/** Looks every hour, and once at the start. */
export function settleWishes(deps: Deps): void {
  lapse(deps)
  const hourly = setInterval(() => {
    if (deps.closing.aborted || !clientOf(deps.db).open) clearInterval(hourly)
    else lapse(deps)
  }, HOUR)
  hourly.unref()
}
