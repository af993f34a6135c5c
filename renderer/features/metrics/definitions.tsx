import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import styles from './metrics.module.css'

const WORDS = [
  'dial',
  'connect',
  'connectRate',
  'conversation',
  'interested',
  'sql',
  'accepted',
  'opportunity',
  'contract',
  'cohort',
  'periodBasis',
  'interval',
  'speedToLead',
  'owner',
  'elsewhere',
] as const

/** What each word counts, one click from every figure. */
export function Definitions() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button look="link" aria-haspopup="dialog" onPress={() => setOpen(true)}>
        {t('metrics.definitions')}
      </Button>
      <Dialog
        title={t('metrics.definitions')}
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        wide
      >
        <dl className={styles.definitions}>
          {WORDS.map((word) => (
            <div key={word}>
              <dt>{t(`metrics.definition.${word}.word`)}</dt>
              <dd>{t(`metrics.definition.${word}.means`)}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
