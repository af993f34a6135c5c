import { createStore } from 'zustand/vanilla'

/** The lead in sight; null on other screens. Nobody is reminded of whom they are looking at. */
export const onTheDesk = createStore<{ leadId: string | null }>()(() => ({ leadId: null }))

const keyOf = (place: string) => `callwright.desk ${place}`

/** Keeps which lead is on the desk of this list and rep, so that a reload or another screen leads back to it. */
export function remember(place: string, kind: 'loading' | 'empty' | 'lead', leadId: string | null): void {
  if (leadId) sessionStorage.setItem(keyOf(place), leadId)
  else if (kind === 'empty') sessionStorage.removeItem(keyOf(place))
}

type Open = (leadId: string | null) => Promise<void>
/** False when somebody else has it by now; then the next one is there. */
type Keep = (leadId: string) => Promise<boolean>

/** Opens what was on the desk, or the next one when nothing was, another has it, or it is not here any more. */
export async function reopen(place: string, open: Open, keep: Keep): Promise<void> {
  const leadId = sessionStorage.getItem(keyOf(place))
  try {
    if (leadId === null || (await keep(leadId))) await open(leadId)
  } catch (error) {
    if (!leadId) throw error
    sessionStorage.removeItem(keyOf(place))
    await open(null)
  }
}
