import type { Bridge } from '#shared/contract/bridge'
import { httpHost } from './http-host.ts'
import { session } from './session.ts'

/** The way to the engine: the desktop's bridge where there is one, else loopback HTTP. */
export async function findHost(): Promise<Bridge> {
  const { callwright } = window as { callwright?: Bridge }
  return callwright ?? httpHost(location.origin, await session(location.origin))
}
