const isMac = /mac/i.test(navigator.platform)

/** A key with Ctrl, or Cmd on a Mac, as it is printed. */
export const modKey = (key: string): string => `${isMac ? '⌘' : 'Ctrl'} ${key}`

const PRINTED: Readonly<Record<string, string>> = {
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Enter: '⏎',
}
export const printed = (key: string): string => PRINTED[key] ?? key
