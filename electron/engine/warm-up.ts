import type { Dispatch } from '#electron/services/dispatch'
import type { Method, Output, Reply } from '#shared/contract/api'

/** Rows of the queue that are in sight at first. */
const IN_SIGHT = 40

/**
 * Asks what the first screen will ask, while its window is still opening: statements are then prepared, pages are in
 * memory, and those whose time has come are in the queue. Nothing hangs on the answers.
 */
export async function warmUp(dispatch: Dispatch): Promise<void> {
  const state = await answer(dispatch, 'app.state', {})
  const listId = state?.lists.find(({ id }) => id === state.settings.listId)?.id ?? state?.lists[0]?.id
  if (!state?.atDesk || !listId) return
  const view = await answer(dispatch, 'queue.view', { listId, limit: IN_SIGHT })
  const [first] = view?.items ?? []
  if (first) await answer(dispatch, 'lead.card', { leadId: first.leadId })
}

async function answer<M extends Method>(dispatch: Dispatch, method: M, input: unknown) {
  const reply = (await dispatch(method, input)) as Reply<M>
  return reply.ok ? (reply.value as Output<M>) : null
}
