import type { Label } from '#shared/domain/bant'
import type { Labelled } from '#shared/domain/catalogue'
import { fold } from '#shared/lib/fold'
import type { Db } from '#electron/db/open'
import { isOf, type RuleOf, type RuleRow, type Saying } from '#electron/db/rule-kinds'
import { history } from './rules.ts'

/** A version of a set, which begins on a day of its own. */
type Version<E, R> = {
  /** 0 = as shipped. */
  version: number
  at: number | null
  repId: string | null
  /** In force from this instant on, unless a later version is by then. */
  from: number
  set: readonly E[]
  /** As they are to be done, by code. */
  rules: ReadonlyMap<string, R>
}

/** What tells one set of labelled things from another. */
type Kind<K extends 'outcomes' | 'reasons', E, R> = {
  kind: K
  shipped: readonly E[]
  isOwn: (code: string) => boolean
  ruleOf: (entry: E) => R
  says: (from: number, set: readonly E[]) => Saying
  read: (row: RuleOf<K>) => Pick<Version<E, R>, 'from' | 'set'>
}

/** A set of labelled things as data: what ships is its first version. */
export function catalogue<K extends 'outcomes' | 'reasons', E extends Labelled, R>(of: Kind<K, E, R>) {
  const { kind, isOwn, ruleOf, read, says } = of
  const made = (
    stamp: Pick<Version<E, R>, 'version' | 'at' | 'repId'>,
    { from, set }: Pick<Version<E, R>, 'from' | 'set'>,
  ): Version<E, R> => ({
    ...stamp,
    from,
    set,
    rules: new Map(set.map((entry) => [entry.code, ruleOf(entry)])),
  })
  const shipped = made({ version: 0, at: null, repId: null }, { from: 0, set: of.shipped })
  /** A call asks this several times; the rows are read anew only when a rule was saved. */
  const kept = new WeakMap<readonly RuleRow[], readonly Version<E, R>[]>()

  /** Every version there is, oldest first. */
  const all = (tx: Db): readonly Version<E, R>[] => {
    const rows = history(tx)
    const cached = kept.get(rows)
    if (cached) return cached
    const saved = rows
      .filter(isOf(kind))
      .map((row) => made({ version: row.version, at: row.at, repId: row.repId }, read(row)))
    const versions = [shipped, ...saved]
    kept.set(rows, versions)
    return versions
  }
  /** The version in force at an instant: of those that had begun, the one saved last. `upTo` leaves out later ones. */
  const inForce = (tx: Db, at: number, upTo = Infinity): Version<E, R> =>
    all(tx).findLast(({ version, from }) => version <= upTo && from <= at) ?? shipped

  /** The changes that were planned and will come, the next one first: none that a later save comes before. */
  const planned = (tx: Db, now: number, upTo = Infinity): Version<E, R>[] => {
    const since = inForce(tx, now, upTo).version
    const waiting = all(tx).filter(({ version, from }) => version > since && version <= upTo && from > now)
    const comes = ({ version, from }: Version<E, R>) =>
      !waiting.some((other) => other.version > version && other.from <= from)
    return waiting.filter(comes).toSorted((a, b) => a.from - b.from)
  }
  /** The team's own of any version; of one that several have, the newest. */
  const ownEver = (tx: Db): readonly E[] => {
    const own = all(tx).flatMap(({ set }) => set.filter(({ code }) => isOwn(code)))
    return [...new Map(own.map((entry) => [entry.code, entry])).values()]
  }
  /** Those in force, then the team's own that are no longer, switched off: facts name them. */
  const known = (tx: Db, now: number): E[] => {
    const { set, rules } = inForce(tx, now)
    const gone = ownEver(tx).filter(({ code }) => !rules.has(code))
    return [...set, ...gone.map((entry) => ({ ...entry, on: false }))]
  }
  /** As the version in force names them; the team's own of other versions too. */
  const labels = (tx: Db, now: number): ReadonlyMap<string, Label> =>
    new Map(
      [...ownEver(tx), ...inForce(tx, now).set].flatMap(({ code, label }) =>
        label ? [[code, label] as const] : [],
      ),
    )
  /** By what the team calls them, folded, and the team's own by their codes too: a file may name either. */
  const byName = (tx: Db, now: number): ReadonlyMap<string, E> =>
    new Map(
      inForce(tx, now).set.flatMap((entry) => {
        const { code, label } = entry
        const names = [...(isOwn(code) ? [code] : []), ...(label ? [label.es, label.en] : [])]
        return names.map((name) => [fold(name), entry] as const)
      }),
    )
  return { kind, says, all, inForce, planned, known, labels, byName }
}
export type Catalogue<E extends Labelled> = Pick<
  ReturnType<typeof catalogue<'outcomes' | 'reasons', E, unknown>>,
  'kind' | 'says' | 'all' | 'inForce'
>
