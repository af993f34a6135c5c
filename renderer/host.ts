import type { Bridge, Outcome, Shell } from '#shared/contract/bridge'
import { toAppError } from '#shared/contract/errors'
import { httpHost } from './http-host.ts'
import { session } from './session.ts'

/** The way to the engine: the desktop's bridge where there is one, else loopback HTTP. */
export async function findHost(): Promise<Bridge> {
  const { callwright } = window as { callwright?: Shell }
  return callwright ? desktopHost(callwright) : httpHost(location.origin, await session(location.origin))
}

/** The desktop's bridge, on which a refused file throws with its code and reason. */
export const desktopHost = (shell: Shell): Bridge => ({
  ...shell,
  upload: async (file) => valueOf(await shell.upload(file)),
  save: async (fileId, name) => valueOf(await shell.save(fileId, name)),
})

function valueOf<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw toAppError(outcome.error)
}
