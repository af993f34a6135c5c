import { shell, type WebContents } from 'electron'

/** What may leave the window for the browser: pages over https, and nothing that starts a program. */
export const mayOpen = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'

const DIALS = new Set(['tel:', 'sip:', 'callto:'])

/** Hands an address that the engine rebuilt from a number to the system's phone. False when nothing took it. */
export async function openUri(uri: string): Promise<boolean> {
  if (!URL.canParse(uri) || !DIALS.has(new URL(uri).protocol)) return false
  return shell.openExternal(uri).then(
    () => true,
    () => false,
  )
}

/** The window shows our page for good: it goes nowhere, opens nothing, and embeds nothing. */
export function keepInside(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    // Refused means the system has no browser; there is nobody to tell but the person, who sees nothing open.
    if (mayOpen(url)) void shell.openExternal(url).catch(() => {})
    return { action: 'deny' }
  })
}
