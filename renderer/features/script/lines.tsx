import { ArrowUp, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { TextField } from '#renderer/ui/text-field'
import styles from './script.module.css'

type Line = { when: string; say: string }
type LinesProps<L extends Line> = {
  lines: readonly L[]
  blank: L
  onChange: (lines: readonly L[]) => void
  /** What a line has besides. */
  more?: (line: L, set: (line: L) => void, at: number) => ReactNode
}

/** "When they say this, say that": as many as one likes, in the order of the script. */
export function Lines<L extends Line>({ lines, blank, onChange, more }: LinesProps<L>) {
  const { t } = useTranslation()
  return (
    <div className={styles.stack}>
      {lines.map((line, at) => {
        const set = (to: L) => onChange(lines.map((each, place) => (place === at ? to : each)))
        const number = at + 1
        return (
          <div key={at} className={styles.line} role="group" aria-label={line.when || String(number)}>
            <TextField
              label={t('script.when', { number })}
              value={line.when}
              onChange={(when) => set({ ...line, when })}
              maxLength={200}
            />
            <TextField
              label={t('script.say', { number })}
              rows={2}
              value={line.say}
              onChange={(say) => set({ ...line, say })}
              maxLength={2000}
            />
            {more?.(line, set, at)}
            <div className={styles.tools}>
              <Button
                small
                look="quiet"
                icon={<ArrowUp size={14} />}
                aria-label={t('script.up', { what: line.when })}
                isDisabled={at === 0}
                onPress={() => onChange(moved(lines, at))}
              />
              <Button
                small
                look="quiet"
                icon={<X size={14} />}
                aria-label={t('script.remove', { what: line.when })}
                onPress={() => onChange(lines.filter((_, place) => place !== at))}
              />
            </div>
          </div>
        )
      })}
      <Button small icon={<Plus size={14} />} onPress={() => onChange([...lines, blank])}>
        {t('script.add')}
      </Button>
    </div>
  )
}

const moved = <L,>(lines: readonly L[], at: number): L[] =>
  lines.toSpliced(at, 1).toSpliced(at - 1, 0, ...lines.slice(at, at + 1))
