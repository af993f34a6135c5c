import { createContext, useCallback, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Kbd } from './kbd.tsx'

/** `usual` serves a command that the table does not have. */
type KeysOf = (command: string, usual?: readonly string[]) => readonly string[]
const Context = createContext<KeysOf>((_, usual = []) => usual)

/** The keys in force, for whatever shows a key beside what it does. */
export function KeysProvider({ keysOf, children }: { keysOf: KeysOf; children: ReactNode }) {
  return <Context value={keysOf}>{children}</Context>
}
export const useKeysOf = (): KeysOf => useContext(Context)

const isMac = /mac/i.test(navigator.platform)
const PRINTED: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: '⇧',
  Escape: 'Esc',
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Backspace: '⌫',
  Enter: '⏎',
}

/** A chord as it is printed on the keys: `Mod+Enter` reads `Ctrl ⏎`, or `⌘ ⏎` on a Mac. */
export function usePrinted(): (chord: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (chord) =>
      chord
        .split(/(?<=.)\+(?=.)/)
        .map((part) => (part === 'Space' ? t('common.space') : (PRINTED[part] ?? part)))
        .join(' '),
    [t],
  )
}

/** As `aria-keyshortcuts` wants it; the space bar is printed in the reader's language. */
const SPELT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(PRINTED).map(([spelt, sign]) => [sign, spelt])),
  Ctrl: 'Control',
  '⌘': 'Meta',
  Espacio: 'Space',
  '+': 'Plus',
}
/** A printed chord in ARIA's spelling: `Ctrl ⏎` is `Control+Enter`. */
export const ariaKeys = (printed: string): string =>
  printed
    .split(' ')
    .map((part) => SPELT[part] ?? part)
    .join('+')

/** The first key of a command as it is printed; undefined when it has none. */
export function useKeyOf(): (command: string, usual?: readonly string[]) => string | undefined {
  const keysOf = useKeysOf()
  const printed = usePrinted()
  return useCallback(
    (command, usual) => {
      const [chord] = keysOf(command, usual)
      return chord === undefined ? undefined : printed(chord)
    },
    [keysOf, printed],
  )
}

/** Every key of a command. */
export function KeysOf({ command, isRead }: { command: string; isRead?: boolean }) {
  const keysOf = useKeysOf()
  const printed = usePrinted()
  return keysOf(command).map((chord) => (
    <Kbd key={chord} isRead={isRead === true}>
      {printed(chord)}
    </Kbd>
  ))
}
