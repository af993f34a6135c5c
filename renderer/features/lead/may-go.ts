import { move, type Proofs, type Stage } from '#shared/domain/stage'

const NOTHING: Proofs = {
  callWithPerson: false,
  bantAtThreshold: false,
  failedGates: [],
  nextStep: false,
  override: null,
  fit: 0,
  intent: false,
  reason: null,
  problem: false,
  size: false,
  consent: false,
  contractReference: false,
  contractDate: false,
  owesSql: false,
}

/** Is there a way from one stage to the other at all, whatever it may still lack? */
export function mayGo(from: Stage, to: Stage): boolean {
  if (from === to) return false
  const moved = move(from, to, NOTHING)
  return moved.ok || !moved.error.includes('move-not-allowed')
}
