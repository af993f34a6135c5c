import { vi } from 'vitest'

/** jsdom draws nothing, and a list that draws only what is in sight would then draw nothing either. */
export function giveEverythingASize(): void {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000)
}
