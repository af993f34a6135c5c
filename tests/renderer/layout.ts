import { vi } from 'vitest'

/** jsdom draws nothing, and a list that draws only what is in sight would then draw nothing either. */
export function giveEverythingASize(): void {
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(600)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000)
}
