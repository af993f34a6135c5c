import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import styles from './erasing.module.css'

const KINDS: readonly string[] = ['retention', 'batch']
type Look = Output<'retention.look'>
/** `version`: what was found holds for these rules only. */
type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; version: string }

/** Whom it would close or erase now, with the first names of each list; only then are there buttons that do it. */
export function DryRun({ call, host, version }: Props) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [found, set] = useState<{ look: Look; version: string } | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.kind === 'job' && KINDS.includes(event.job.kind)) set(null)
      }),
    [host],
  )
  const tried = async (deed: () => Promise<void>) => {
    setBusy(true)
    setWrong(undefined)
    try {
      await deed()
    } catch (error) {
      setWrong(errorWords(error))
    } finally {
      setBusy(false)
    }
  }
  const look = () => tried(async () => set({ look: await call('retention.look', {}), version }))
  const run = () =>
    tried(async () => {
      const { people } = await call('retention.run', {})
      notify({ text: t('retention.started', { count: people }) })
    })
  const undo = async (batchId: string) => {
    const reply = await call('batch.undo', { batchId })
    notify(
      reply.kind === 'undone'
        ? { text: t('leads.batch.undone', { count: reply.leads }) }
        : { tone: 'bad', text: t(`leads.batch.stays.${reply.reason}`) },
    )
  }
  const close = () =>
    tried(async () => {
      const { batchId, leads } = await call('retention.close', {})
      set(null)
      notify({
        text: t('retention.closing', { count: leads }),
        action: { label: t('leads.undo'), onPress: () => void undo(batchId) },
      })
    })
  const shown = found?.version === version ? found.look : null
  return (
    <Card title={t('retention.dry')}>
      <p className={styles.note}>{t('retention.dryNote')}</p>
      <div className={styles.form}>
        {shown && <What look={shown} />}
        {wrong && <p role="alert">{wrong}</p>}
        {shown && shown.people > 0 && <p className={styles.quiet}>{t('retention.sure')}</p>}
        <span className={styles.actions}>
          <Button isDisabled={isBusy} onPress={() => void look()}>
            {t(isBusy ? 'retention.looking' : 'retention.look')}
          </Button>
          {shown && shown.leads > 0 && (
            <Button look="go" isDisabled={isBusy} onPress={() => void close()}>
              {t('retention.close', { count: shown.leads })}
            </Button>
          )}
          {shown && shown.people > 0 && (
            <Button look="danger" isDisabled={isBusy} onPress={() => void run()}>
              {t('retention.run', { count: shown.people })}
            </Button>
          )}
        </span>
      </div>
    </Card>
  )
}

function What({ look: { people, leads, lists } }: { look: Look }) {
  const { t } = useTranslation()
  const isShown = ({ due, held, close }: Look['lists'][number]) =>
    due + held.length + close.due + close.promised > 0
  return (
    <div role="status" className={styles.who}>
      {people + leads === 0 && <p>{t('retention.nobody')}</p>}
      {lists.filter(isShown).map(({ listId, name, due, held, sample, close }) => (
        <section key={listId} aria-label={name}>
          {close.due + close.promised > 0 && (
            <Some name={name} title={t('retention.closable', { count: close.due })} {...close}>
              {close.promised > 0 && (
                <li className={styles.quiet}>{t('retention.held.promise', { count: close.promised })}</li>
              )}
            </Some>
          )}
          {due + held.length > 0 && (
            <Some name={name} title={t('retention.due', { count: due })} due={due} sample={sample}>
              {held.map(({ why, count }) => (
                <li key={why} className={styles.quiet}>
                  {t(`retention.held.${why}`, { count })}
                </li>
              ))}
            </Some>
          )}
        </section>
      ))}
    </div>
  )
}

type SomeProps = Pick<Look['lists'][number], 'name' | 'due' | 'sample'> & {
  title: string
  children: ReactNode
}

/** How many, the first of them by name, and whom something holds. */
function Some({ name, title, due, sample, children }: SomeProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <>
      <p>
        <b>{name}</b>: {title}
      </p>
      <ul className={styles.rows}>
        {sample.map((one) => (
          <li key={one.leadId}>
            <Link href={`/leads/${one.leadId}`}>{one.name}</Link>
            <span className={styles.quiet}>{t('retention.last', { day: format.day(one.lastAt) })}</span>
          </li>
        ))}
        {due > sample.length && <li>{t('retention.more', { count: due - sample.length })}</li>}
        {children}
      </ul>
    </>
  )
}
