import { createContext, useContext, useEffect, useRef, useState, type ReactNode } from 'react'

/** A deed that the screen in sight can do now. `id` is that of the command table. */
export type Offer = { id: string; name: string; run: () => void }
type Source = () => readonly Offer[]

const Context = createContext<Set<Source>>(new Set())

/** Where screens say what they can do, and the palette asks. */
export function CommandsProvider({ children }: { children: ReactNode }) {
  const [sources] = useState(() => new Set<Source>())
  return <Context value={sources}>{children}</Context>
}

/** Offers a screen's deeds while it is in sight; `make` is asked when somebody wants to know. */
export function useOffers(make: Source): void {
  const sources = useContext(Context)
  const latest = useRef(make)
  useEffect(() => {
    latest.current = make
  }, [make])
  useEffect(() => {
    const source = () => latest.current()
    sources.add(source)
    return () => void sources.delete(source)
  }, [sources])
}

/** All that can be done now. */
export function useOffered(): () => readonly Offer[] {
  const sources = useContext(Context)
  return () => Array.from(sources).flatMap((source) => source())
}

/** Does what somebody else offers; nothing when nobody does. */
export function useRun(): (id: string) => void {
  const offered = useOffered()
  return (id) =>
    offered()
      .find((offer) => offer.id === id)
      ?.run()
}
