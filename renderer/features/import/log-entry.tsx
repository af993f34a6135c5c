import { Download, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { FIELDS, rulesFor } from '#shared/domain/import/field'
import { HISTORY_FIELDS } from '#shared/domain/import/history'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { Failure } from '#renderer/ui/failure'
import { useFormat } from '#renderer/ui/format'
import { SHOWN, type ImportState } from './import-store.ts'
import { Notices } from './notices.tsx'
import { useStopWords } from './stop-words.ts'
import { Undo } from './undo.tsx'
import { useDownload } from './use-download.ts'
import styles from './log.module.css'

export type Entry = Output<'imports.list'>[number]
type Props = {
  call: Call
  host: Pick<Bridge, 'onEvent'>
  entry: Entry
  list: string
  store: Pick<ImportState, 'saveRejected' | 'undo' | 'loadLog'>
  onClose: () => void
}

/** One import: the file and its hash, who, when, how it was read, what came of it; its errors, and its way back. */
export function LogEntry({ call, host, entry, list, store, onClose }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { say, notify } = useAnnouncer()
  const stopWords = useStopWords()
  const download = useDownload(store)
  const [isUndoing, setUndoing] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const { importId, fileName, at, by, hash, mode, rows, counts, seconds, cost, basis, columns, state } = entry
  const { mended } = entry
  const errors = counts.error - mended
  const mappedTo = (field: Entry['columns'][number]['field']) => {
    const ofCalls = entry.holds === 'calls' && HISTORY_FIELDS.find((id) => id === field)
    const ofPeople = FIELDS.find((id) => id === field)
    return ofCalls ? t(`import.call.${ofCalls}`) : t(ofPeople ? `import.field.${ofPeople}` : 'import.keep')
  }
  /** As it was chosen, where it is not what is usual. */
  const ruleOf = ({ field, rule }: Entry['columns'][number]) => {
    const ofPeople = field === null ? null : FIELDS.find((id) => id === field)
    const said = ofPeople !== undefined && mode !== 'create' && rule !== null && rule !== 'fill'
    return said && rulesFor(ofPeople).includes(rule) ? t(`import.rules.${rule}`) : null
  }
  const takeBack = async () => {
    setTrouble(null)
    try {
      const { calls, stay } = await call('history.undo', { importId })
      say(t('import.historyUndone', { count: calls }))
      if (stay.length > 0)
        notify({ text: t('import.historyAgentsStay', { count: stay.length, names: stay.join(', ') }) })
      void store.loadLog()
      onClose()
    } catch (error) {
      setTrouble(error)
    }
  }
  const facts: readonly [string, ReactNode][] = [
    [t('import.logColumn.at'), format.moment(at)],
    [t('import.logColumn.by'), by],
    [t('import.logColumn.list'), list],
    ...(entry.holds === 'people'
      ? [[t('import.mode'), t(`import.modes.${mode}`)] as [string, ReactNode]]
      : []),
    [
      t('import.logColumn.rows'),
      `${format.number(rows)} = ${partsOf(counts).map(format.number).join(' + ')}`,
    ],
    ...SHOWN.filter((verdict) => entry.holds === 'people' && counts[verdict] > 0).map(
      (verdict): [string, ReactNode] => [t(`import.came.${verdict}`), format.number(counts[verdict])],
    ),
    ...(mended > 0 ? [[t('import.logMended'), format.number(mended)] as [string, ReactNode]] : []),
    [t('import.duration'), t('import.doneIn', { seconds: format.decimal(seconds) })],
    ...(cost ? [[t('import.cost'), format.money(cost.minor, cost.currency)] as [string, ReactNode]] : []),
    ...(basis ? [[t('import.basis'), basis] as [string, ReactNode]] : []),
    ...(hash ? [[t('import.hash'), <code key="hash">{hash}</code>] as [string, ReactNode]] : []),
  ]
  return (
    <Dialog title={fileName} closeLabel={t('common.close')} isOpen wide onClose={onClose}>
      {isUndoing ? (
        <Undo {...{ call, host, entry, store }} onBack={() => setUndoing(false)} onDone={onClose} />
      ) : (
        <div className={styles.entry}>
          {state !== 'done' && (
            <p className={styles.state}>
              {t(`import.state.${state}`)}
              {state === 'failed' && entry.message !== null && `: ${stopWords(entry.message)}`}
            </p>
          )}
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {entry.notices.length > 0 && <h3>{t('import.noticesAll')}</h3>}
          <Notices of={entry.notices} />
          <h3>{t('import.mapping')}</h3>
          <div className={styles.mapping} role="region" tabIndex={0} aria-label={t('import.mapping')}>
            <ul>
              {columns.map((column) => (
                <li key={column.index}>
                  <span>{column.header}</span>
                  <span>{[mappedTo(column.field), ruleOf(column)].filter(Boolean).join(' · ')}</span>
                </li>
              ))}
            </ul>
          </div>
          {trouble !== null && <Failure error={trouble} />}
          <div className={styles.actions}>
            {entry.holds === 'calls' && entry.undoUntil !== null && (
              <Button icon={<Undo2 size={16} aria-hidden />} onPress={() => void takeBack()}>
                {t('import.historyUndo')}
              </Button>
            )}
            {entry.holds === 'people' && entry.undoUntil !== null && (
              <Button icon={<Undo2 size={16} aria-hidden />} onPress={() => setUndoing(true)}>
                {t('import.undo')}
              </Button>
            )}
            {entry.holds === 'people' && state === 'done' && errors > 0 && (
              <Button icon={<Download size={16} aria-hidden />} onPress={() => void download(importId)}>
                {t('import.download', { count: errors })}
              </Button>
            )}
            <p className={styles.quiet}>
              {state === 'done' &&
                (entry.undoUntil === null
                  ? t('import.undoOver')
                  : t('import.undoUntil', { at: format.day(entry.undoUntil) }))}
            </p>
          </div>
        </div>
      )}
    </Dialog>
  )
}

const partsOf = (counts: Entry['counts']): number[] =>
  SHOWN.map((verdict) => counts[verdict]).filter((count) => count > 0)
