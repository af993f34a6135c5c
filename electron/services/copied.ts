/** For whoever asked, who may change it: what a rule says is kept and never changed. */
export const copied = <T>(value: T): Mutable<T> => structuredClone(value) as Mutable<T>

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T
