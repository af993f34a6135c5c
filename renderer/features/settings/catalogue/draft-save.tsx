import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { DateField } from '#renderer/ui/date-field'
import { useFormat } from '#renderer/ui/format'
import { useNow } from '#renderer/ui/use-now'
import { SaveBar } from '../save-bar.tsx'
import styles from './catalogue.module.css'
import type { Got } from './catalogue.ts'
import { isEarlier, standOf } from './stand.ts'

type Props = {
  got: Got<unknown>
  /** The day it would begin, `YYYY-MM-DD`; '' = now. */
  from: string
  onFrom: (day: string) => void
  isChanged: boolean
  refused: readonly string[]
  onSave: () => void
  onDiscard: () => void
  addLabel: string
  /** Null for whoever may not add. */
  onAdd: (() => void) | null
}

/** What stands under a draft of what begins on a day of its own: adding to it, its day, and saving it. */
export function DraftSave(props: Props) {
  const { got, from, onFrom, isChanged, refused, onSave, onDiscard, addLabel, onAdd } = props
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow()
  const overtaken = got.versions.find(
    (one) => standOf(one, got, now) === 'planned' && isEarlier(from, one.from),
  )
  return (
    <>
      <div className={styles.bar}>
        {onAdd && (
          <Button small icon={<Plus size={14} aria-hidden />} onPress={onAdd}>
            {addLabel}
          </Button>
        )}
        {isChanged && (
          <div className={styles.from}>
            <DateField
              label={t('catalogue.from')}
              hint={t('catalogue.fromHint')}
              value={from}
              onChange={onFrom}
            />
          </div>
        )}
      </div>
      {isChanged && overtaken && (
        <p className={styles.warn}>
          {t('catalogue.replaces', { version: overtaken.version, from: format.moment(overtaken.from ?? 0) })}
        </p>
      )}
      <SaveBar isChanged={isChanged} refused={refused} onSave={onSave} onDiscard={onDiscard} />
    </>
  )
}
