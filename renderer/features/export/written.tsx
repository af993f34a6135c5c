import { CircleCheck, Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import type { Outgoing, Written as WrittenData } from './export-store.ts'
import styles from './export.module.css'

/** What the run just wrote, and its files to take away. */
export function Written({ written, onSave }: { written: WrittenData; onSave: (file: Outgoing) => void }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={styles.written}>
      <CircleCheck size={16} aria-hidden />
      <p>
        {(written.rows > 0 || written.tasks === 0) && <b>{t('export.done', { count: written.rows })}</b>}{' '}
        {written.changed > 0 && t('export.doneChanged', { count: written.changed })}{' '}
        {written.tasks > 0 && <b>{t('export.doneTasks', { count: written.tasks })}</b>}
      </p>
      {written.files.map((file) => (
        <Button
          key={file.fileId}
          small
          icon={<Download size={14} aria-hidden />}
          onPress={() => onSave(file)}
        >
          {t('export.download', { name: file.name })}
        </Button>
      ))}
    </div>
  )
}
