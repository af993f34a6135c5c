/** Does an id, an address or a number stand where a name should? Ids of a single word without letters count as well. */
export const isStandIn = (name: string, contacts: readonly string[]): boolean =>
  contacts.includes(name) || !/\p{L}{2}/u.test(name)
