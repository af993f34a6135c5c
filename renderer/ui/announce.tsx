import { X } from 'lucide-react'
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'

import { Button } from './button.tsx'
import { cx } from './cx.ts'
import { toTitle } from './to-title.ts'
import styles from './announce.module.css'

type Notice = {
  text: string
  tone?: 'plain' | 'bad'
  /** Takes the place of the last one on the same. */
  about?: string
  /** The screen that its action opens: being there closes it. */
  goesTo?: string
  /** What can be done about it. */
  action?: { label: string; onPress: () => void }
}
export type Announcer = {
  /** Said aloud by readers, seen by nobody. */
  say: (text: string) => void
  /** Seen and said; stays until it is closed or three newer ones came. */
  notify: (notice: Notice) => void
}

const Context = createContext<Announcer>({ say: () => {}, notify: () => {} })
export const useAnnouncer = (): Announcer => useContext(Context)

const MOST = 3
/** Milliseconds: what came this shortly before somebody went to another screen was hardly read. */
const JUST_NOW = 2000
type Shown = Notice & { id: number; at: number }

const isDone = ({ tone, action, goesTo, at }: Shown): boolean =>
  (goesTo !== undefined && location.hash.startsWith(`#${goesTo}`)) ||
  (tone !== 'bad' && !action && performance.now() - at > JUST_NOW)

/**
 * Our own live region and notices. The region is a log: of two sentences said at once, each is heard, and so is one that
 * repeats. Nothing here goes away by a timer: readers differ in speed. Going to another screen closes what only told.
 */
export function AnnounceProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [said, setSaid] = useState<readonly { nth: number; text: string }[]>([])
  const [notices, setNotices] = useState<readonly Shown[]>([])
  const made = useRef(0)

  const say = useCallback((text: string) => {
    const nth = ++made.current
    setSaid((all) => [...all, { nth, text }].slice(-MOST))
  }, [])
  const close = (id: number) => {
    // The button that was pressed goes with its notice.
    toTitle()
    setNotices((all) => all.filter((notice) => notice.id !== id))
  }
  const notify = useCallback((notice: Notice) => {
    const id = ++made.current
    const isOther = ({ text, about }: Shown) =>
      text !== notice.text && (notice.about === undefined || about !== notice.about)
    const shown = { ...notice, id, at: performance.now() }
    setNotices((all) => [...all.filter(isOther), shown].slice(-MOST))
  }, [])
  useEffect(() => {
    const leave = () => setNotices((all) => (all.some(isDone) ? all.filter((one) => !isDone(one)) : all))
    window.addEventListener('hashchange', leave)
    return () => window.removeEventListener('hashchange', leave)
  }, [])
  const announcer = useMemo(() => ({ say, notify }), [say, notify])

  return (
    <Context value={announcer}>
      {children}
      <div className="sr-only" role="log" aria-live="polite" data-testid="said">
        {said.map(({ nth, text }) => (
          <p key={nth} data-nth={nth}>
            {text}
          </p>
        ))}
      </div>
      <div className={styles.notices}>
        {notices.map(({ id, text, tone, action }) => (
          <div
            key={id}
            role={tone === 'bad' ? 'alert' : 'status'}
            className={cx(styles.notice, tone && styles[tone])}
          >
            <p>{text}</p>
            {action && (
              <Button small look="plain" onPress={() => (action.onPress(), close(id))}>
                {action.label}
              </Button>
            )}
            <Button
              small
              look="quiet"
              icon={<X size={14} />}
              aria-label={closeLabel}
              onPress={() => close(id)}
            />
          </div>
        ))}
      </div>
    </Context>
  )
}
