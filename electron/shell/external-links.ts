import { shell, type WebContents } from 'electron'

import { isDial, isOurs, mayOpen } from './address.ts'

/** Hands an address that the engine rebuilt from a number to the system's phone. False when nothing took it. */
export async function openUri(uri: string): Promise<boolean> {
  if (!isDial(uri)) return false
  return shell.openExternal(uri).then(
    () => true,
    () => false,
  )
}

/** The window shows our page for good: it goes nowhere, opens nothing, and embeds nothing. */
export function keepInside(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // It fails where the system has no browser; the person sees that nothing opened.
    if (mayOpen(url)) void shell.openExternal(url).catch(() => {})
    return { action: 'deny' }
  })
}
