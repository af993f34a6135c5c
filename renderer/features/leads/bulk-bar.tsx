import { Download, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { BULK_KEYS, type BulkKey } from './bulk-deeds.ts'
import styles from './leads.module.css'

type Props = {
  count: number
  total: number
  /** Not all that fit are picked yet. */
  canTakeAll: boolean
  onAll: () => void
  onNone: () => void
  onDeed: (key: BulkKey) => void
  onExport: () => Promise<void>
}

/** What can be done to whom was picked. */
export function BulkBar({ count, total, canTakeAll, onAll, onNone, onDeed, onExport }: Props) {
  const { t } = useTranslation()
  const [isWriting, setWriting] = useState(false)
  const write = async () => {
    setWriting(true)
    try {
      await onExport()
    } finally {
      setWriting(false)
    }
  }
  return (
    <div role="toolbar" aria-label={t('leads.batch.bar')} className={styles.bulk}>
      <b>{t('leads.picked', { count })}</b>
      {canTakeAll && (
        <Button small look="link" onPress={onAll}>
          {t('leads.takeAll', { count: total })}
        </Button>
      )}
      {BULK_KEYS.map((key) => (
        <Button key={key} small look={key === 'silence' ? 'danger' : 'plain'} onPress={() => onDeed(key)}>
          {t(`leads.batch.deed.${key}`)}
        </Button>
      ))}
      <Button
        small
        icon={<Download size={14} aria-hidden />}
        isDisabled={isWriting}
        onPress={() => void write()}
      >
        {t('leads.batch.export')}
      </Button>
      <Button small look="quiet" kbd="Esc" icon={<X size={14} aria-hidden />} onPress={onNone}>
        {t('leads.pickNone')}
      </Button>
    </div>
  )
}
