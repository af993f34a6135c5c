import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import styles from './merges.module.css'

type Merged = Output<'review.merges'>
type Props = { call: Call; personId: string; version: number; onApart: () => void }

/** Who was found to be this person, and the way back. Nothing when there is nobody. */
export function Merges({ call, personId, version, onApart }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  const [merged, set] = useState<Merged>([])
  useEffect(() => {
    let isLate = false
    const load = async () => {
      const found = await call('review.merges', { kind: 'person', id: personId })
      if (!isLate) set(found)
    }
    void load()
    return () => void (isLate = true)
  }, [call, personId, version])
  const takeApart = async (pairingId: string) => {
    await call('review.undo', { pairingId })
    notify({ text: t('lead.merges.apart') })
    onApart()
  }
  if (merged.length === 0) return null
  return (
    <Card title={t('lead.merges.title')}>
      <ul className={styles.merges} aria-label={t('lead.merges.title')}>
        {merged.map(({ pairingId, name, at, by, yours }) => (
          <li key={pairingId}>
            <span>{t('lead.merges.was', { name, day: format.day(at), by: by ?? '' })}</span>
            {yours && (
              <Button
                small
                aria-label={t('lead.merges.takeApart', { name })}
                onPress={() => void takeApart(pairingId)}
              >
                {t('lead.merges.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
