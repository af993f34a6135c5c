import { useEffect, useState, type ComponentType } from 'react'

/**
 * A part whose code comes when it is first drawn, with `Meanwhile` in its place. React's own `lazy` keeps a stand-in for
 * 300 ms however soon the code is here, and code that could not be read it never asks for again.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | null = null
  const read = async () => (loaded ??= await load())
  return function Later(props: Props) {
    const [Part, show] = useState(() => loaded)
    const [failed, fail] = useState<{ error: unknown } | null>(null)
    useEffect(() => {
      let isGone = false
      read().then(
        (part) => isGone || show(() => part),
        (error: unknown) => isGone || fail({ error }),
      )
      return () => void (isGone = true)
    }, [])
    if (failed) throw failed.error
    return Part ? <Part {...props} /> : <Meanwhile />
  }
}
