import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import type { ImportState, Status } from './import-store.ts'
import type { Entry } from './log-entry.tsx'
import { Undoing } from './undoing.tsx'
import styles from './log.module.css'

type Preview = Output<'import.undoPreview'>
type Props = {
  call: Call
  host: Pick<Bridge, 'onEvent'>
  entry: Entry
  store: Pick<ImportState, 'undo' | 'loadLog'>
  onBack: () => void
  onDone: () => void
}

/** What taking an import back would do, listed before it is done; then how far it is. */
export function Undo({ call, host, entry, store, onBack, onDone }: Props) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const format = useFormat()
  const { importId } = entry
  const [preview, setPreview] = useState<Loaded<Preview>>(LOADING)
  const [status, setStatus] = useState<Status | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const load = useCallback(
    async () => setPreview(await loaded(call('import.undoPreview', { importId }))),
    [call, importId],
  )
  useEffect(() => void load(), [load])
  // The button that led here is gone, and the one that runs it is shut while it runs: Esc must find the dialog.
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const run = () => {
    title.current?.focus()
    return store.undo(
      importId,
      (now) => {
        setStatus(now)
        if (now.state !== 'undone') return
        say(t('import.undone'))
        void store.loadLog()
        onDone()
      },
      setTrouble,
    )
  }
  return (
    <div className={styles.entry}>
      <h3 ref={title} tabIndex={-1}>
        {t('import.undoTitle')}
      </h3>
      <Shown of={preview} onRetry={() => void load()}>
        {(found) => (
          <>
            <Said preview={found} />
            <p className={styles.quiet}>
              {entry.undoUntil !== null && t('import.undoUntil', { at: format.day(entry.undoUntil) })}
            </p>
            {found.rows.length > 0 && <Stay preview={found} />}
            {trouble !== null && <Failure error={trouble} />}
            {status?.state === 'undoing' && <Undoing {...{ host, importId }} />}
            <div className={styles.actions}>
              <Button
                look="danger"
                isDisabled={undone(found) === 0 || status !== null}
                onPress={() => void run()}
              >
                {t('import.undoRun', { count: undone(found) })}
              </Button>
              <Button onPress={onBack}>{t('common.back')}</Button>
            </div>
          </>
        )}
      </Shown>
    </div>
  )
}

/** A file may have brought nothing but wishes. */
const undone = ({ counts, wishes }: Preview): number => counts.reversed || wishes

function Said({ preview: { counts, created, updated, wishes } }: { preview: Preview }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.said}>
      {created > 0 && <li>{t('import.undoCreated', { count: created })}</li>}
      {updated > 0 && <li>{t('import.undoUpdated', { count: updated })}</li>}
      {wishes > 0 && <li className={styles.failed}>{t('import.undoWishes', { count: wishes })}</li>}
      <li>{t('import.undoKept', { count: counts.kept })}</li>
      {counts.failed > 0 && (
        <li className={styles.failed}>{t('import.undoFailed', { count: counts.failed })}</li>
      )}
    </ul>
  )
}

/** Who stays as they are, and why. */
function Stay({ preview: { rows, counts } }: { preview: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const all = counts.kept + counts.failed
  return (
    <div className={styles.stay} role="region" tabIndex={0} aria-label={t('import.undoStay')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('import.undoWho')}</th>
            <th scope="col">{t('import.field.company')}</th>
            <th scope="col">{t('import.column.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ leadId, name, company, end, why }) => (
            <tr key={leadId}>
              <th scope="row">{name}</th>
              <td>{company}</td>
              <td>{`${t(`import.undoEnd.${end}`)}: ${t(`import.undoWhy.${why}`)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < all && (
        <p>{t('import.firstOf', { shown: format.number(rows.length), total: format.number(all) })}</p>
      )}
    </div>
  )
}
