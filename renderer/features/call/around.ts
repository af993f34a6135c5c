import type { Card } from '#shared/contract/card'

/** What a time in words is read by. `now` is epoch ms; `zone` is where the person is, else that of this desk. */
export type Around = { name: string; now: number; zone: string }

export const aroundOf = ({ person, window }: Card): Around => ({
  name: person.name,
  now: Date.now(),
  zone: window.zones[0] ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
})
