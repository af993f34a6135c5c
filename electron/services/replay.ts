import type { Handlers, Input, Output } from '#shared/contract/api'
import { addDays, dayStart } from '#shared/domain/calendar'
import { replay } from '#shared/domain/replay'
import { answersOfSpoken, spokenCalls } from '#electron/db/replay'
import type { Deps } from './deps.ts'
import { currentRules } from './rules.ts'

/** Only reads, in the thread of the reports. */
type Reading = Pick<Deps, 'db' | 'zone'>

export const replayHandlers = (deps: Reading) =>
  ({ 'definition.replay': (input) => replayed(deps, input) }) satisfies Partial<Handlers>

/** Of lists that qualify by this framework; where none does yet, of all. */
function replayed(
  { db, zone }: Reading,
  { definition, from, to }: Input<'definition.replay'>,
): Output<'definition.replay'> {
  const [start, end] = [dayStart(zone, from), dayStart(zone, addDays(to, 1))]
  const calls = spokenCalls(db, start, end)
  const inForce = (listId: string) => currentRules(db, listId).definition
  const isOurs = ({ listId }: { listId: string }) => inForce(listId).framework === definition.framework
  const ours = calls.filter(isOurs)
  const answers = Map.groupBy(answersOfSpoken(db, start, end), ({ leadId }) => leadId)
  const leads = Map.groupBy(ours.length > 0 ? ours : calls, ({ leadId }) => leadId)
  const spoken = [...leads].map(([leadId, made]) => ({
    calls: made.map(({ at }) => at),
    answers: answers.get(leadId) ?? [],
    inForce: inForce(made[0]?.listId ?? ''),
  }))
  const { quarterStart } = currentRules(db)
  return replay(spoken, { ...definition, quarterStart }, zone)
}
