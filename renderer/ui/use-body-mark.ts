import { useEffect } from 'react'

/** `data-NAME` on the body while this is shown: what floats over every screen stands by it. */
export function useBodyMark(name: 'notices' | 'tray', isOn = true): void {
  useEffect(() => {
    if (!isOn) return
    document.body.dataset[name] = ''
    return () => void delete document.body.dataset[name]
  }, [name, isOn])
}
