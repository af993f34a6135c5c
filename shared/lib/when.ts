/** The thing where the condition holds, else nothing: for lists of what is wrong. */
export const when = <const T>(holds: boolean, thing: T): T[] => (holds ? [thing] : [])
