import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useNow } from '#renderer/ui/use-now'
import { useWhyWords } from '#renderer/ui/why-words'
import { QueueSaid } from './queue-said.tsx'
import { Skip } from './skip.tsx'
import { QueueColumn, type QueueColumnProps } from './queue-column.tsx'
import styles from './queue.module.css'

/** Where there is no room for the column: who comes next, and the queue one press away. */
export function QueueStrip(props: QueueColumnProps) {
  const { t } = useTranslation()
  const now = useNow()
  const whyWords = useWhyWords()
  const [isOpen, setOpen] = useState(false)
  const view = useStore(props.store, (state) => state.view)
  const next = useStore(props.store, ({ view }) => view?.items.find((item) => item.leadId !== props.leadId))
  return (
    <div className={styles.strip}>
      <QueueSaid view={view} />
      <h2>{t('queue.title')}</h2>
      <p>
        {next && (
          <>
            <b>{next.name}</b> · {whyWords(next.why, now).text}
          </>
        )}
      </p>
      <Button small look="quiet" onPress={() => setOpen(true)}>
        {t('queue.strip')}
      </Button>
      {props.leadId && <Skip {...props} leadId={props.leadId} />}
      <Dialog
        place="drawer"
        bareTitle
        title={t('queue.label')}
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <QueueColumn
          {...props}
          onOpen={(leadId) => {
            setOpen(false)
            props.onOpen(leadId)
          }}
        />
      </Dialog>
    </div>
  )
}
