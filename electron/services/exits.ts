import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { addDays, dayOf, dayStart, weekdayOf } from '#shared/domain/calendar'
import { drawn, exitFigures } from '#shared/domain/exits'
import { atLeast } from '#shared/domain/people'
import { wilson } from '#shared/domain/wilson'
import { DAY } from '#shared/lib/time'
import { sumOf } from '#shared/lib/sum'
import { closedByList, closedSince, insertLook, leadOfChange, lookedByReason } from '#electron/db/exits'
import { stampOf } from '#electron/db/facts'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { sitting } from './facts.ts'
import { reasonsAt } from './reason-versions.ts'

const SOON_DAYS = 30
const LOOK_BACK_DAYS = 90
/** A week's sample: enough for an interval within a quarter, few enough to be done. */
const A_WEEK = 5

export const exitHandlers = ({ db, now }: Pick<Deps, 'db' | 'now'>) =>
  ({
    'exits.view': () => {
      const looks = lookedByReason(db)
      const [looked, agreed] = [sumOf(looks, (row) => row.looked), sumOf(looks, (row) => row.agreed)]
      return {
        rows: exitFigures(
          closedByList(db, now(), now() + SOON_DAYS * DAY),
          looks,
          reasonsAt(db, now()).rules,
        ),
        looks: { looked, agreed, interval: looked === 0 ? null : wilson(agreed / looked, looked) },
      }
    },
  }) satisfies Partial<Handlers>

export const lookHandlers = (deps: Deps) =>
  ({
    'looks.sample': () => sample(deps),
    'looks.say': (input) => say(deps, input),
  }) satisfies Partial<Handlers>

function onlyLeads(tx: Db): void {
  if (!atLeast(sitting(tx).role, 'team_lead'))
    throw new AppError('not-allowed', 'A team lead looks at them a second time.', 'needs-team-lead')
}

/** What was looked at this week stays in sight; what was looked at before is not asked again. */
function sample({ db, zone, now }: Deps): Output<'looks.sample'> {
  onlyLeads(db)
  const today = dayOf(zone, now())
  const monday = addDays(today, 1 - weekdayOf(today))
  const since = dayStart(zone, monday)
  const all = closedSince(db, now() - LOOK_BACK_DAYS * DAY).filter(
    ({ lookedAt }) => lookedAt === null || lookedAt >= since,
  )
  const done = all.filter(({ lookedAt }) => lookedAt !== null)
  const open = all.filter(({ lookedAt }) => lookedAt === null)
  const left = Math.max(0, A_WEEK - done.length)
  return [...done, ...drawn(open, ({ changeId }) => changeId, monday, left)].map(
    ({ lookedAt: _, agrees, ...closing }) => ({ ...closing, agrees: agrees === null ? null : agrees === 1 }),
  )
}

function say(deps: Deps, { changeId, agrees }: Input<'looks.say'>): Record<string, never> {
  deps.db.transaction((tx) => {
    onlyLeads(tx)
    const leadId = leadOfChange(tx, changeId)
    if (leadId === null) throw new AppError('not-found', 'That was taken back meanwhile.', 'change-unknown')
    insertLook(tx, { ...stampOf(tx, deps), refersTo: changeId, leadId, agrees })
  })
  deps.emit({ kind: 'changed', topics: ['leads'] })
  return {}
}
