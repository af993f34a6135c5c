import { DatabaseBackup } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { atLeast } from '#shared/domain/people'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import type { PartProps } from '../part-props.ts'
import { CopyRow } from './copy-row.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { sizeOf } from '#renderer/ui/size'
import styles from './backups.module.css'

type Copies = Output<'backups.list'>
export type Copy = Copies['copies'][number]

/** What was copied when and why; one more now, and one put back. */
export function Backups({ call, host, role }: PartProps) {
  const { t } = useTranslation()
  const [copies, set] = useState<Loaded<Copies>>(LOADING)
  const [restoring, restore] = useState<Copy | null>(null)
  const load = useCallback(async () => set(await loaded(call('backups.list', {}))), [call])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'job' && event.job.kind === 'backup' && event.job.state === 'done') void load()
    })
  }, [host, load])
  return (
    <Card title={t('backups.title')}>
      <p className={styles.note}>{t('backups.note')}</p>
      <Shown of={copies} onRetry={() => void load()} rows={5}>
        {(value) => (
          <>
            <Now
              call={call}
              onMade={(made) => set({ kind: 'ready', value: made })}
              bytes={value.storeBytes}
            />
            <Restored of={value.restored} />
            {value.copies.length === 0 ? (
              <p className={styles.quiet}>{t('backups.none')}</p>
            ) : (
              <ul className={styles.copies} aria-label={t('backups.title')}>
                {value.copies.map((copy) => (
                  <CopyRow
                    key={copy.name}
                    copy={copy}
                    call={call}
                    onRestore={atLeast(role, 'admin') ? () => restore(copy) : null}
                  />
                ))}
              </ul>
            )}
            {!atLeast(role, 'admin') && <p className={styles.note}>{t('backups.adminOnly')}</p>}
            <p className={styles.note}>
              {t('backups.where')} <code className={styles.folder}>{value.folder}</code>
            </p>
          </>
        )}
      </Shown>
      {restoring && (
        <RestoreDialog
          call={call}
          copy={restoring}
          onClose={() => restore(null)}
          onDone={() => {
            restore(null)
            void load()
          }}
        />
      )}
    </Card>
  )
}

type NowProps = { call: Call; bytes: number; onMade: (copies: Copies) => void }

/** How far it is stands in the tray, as of all long work. */
function Now({ call, bytes, onMade }: NowProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  const [isMaking, setMaking] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const make = async () => {
    setMaking(true)
    setTrouble(null)
    try {
      onMade(await call('backups.make', {}))
      notify({ text: t('backups.made') })
    } catch (error) {
      setTrouble(error)
    }
    setMaking(false)
  }
  return (
    <div className={styles.now}>
      <Button
        icon={<DatabaseBackup size={14} aria-hidden />}
        isDisabled={isMaking}
        onPress={() => void make()}
      >
        {t(isMaking ? 'backups.making' : 'backups.make')}
      </Button>
      <span className={styles.quiet}>{t('backups.storeIs', { size: sizeOf(bytes, t, format) })}</span>
      {trouble !== null && <Failure error={trouble} />}
    </div>
  )
}

/** What became of the copy that was put back last. */
function Restored({ of }: { of: Copies['restored'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!of) return null
  const about = { when: format.moment(of.at), by: of.by, copy: format.moment(of.copyAt) }
  return (
    <p role="status" className={of.done ? styles.note : styles.bad}>
      {t(of.done ? 'backups.restored' : 'backups.notRestored', about)}
    </p>
  )
}
