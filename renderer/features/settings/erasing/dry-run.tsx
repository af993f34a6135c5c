import { useEffect, useState } from 'react'
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

type Look = Output<'retention.look'>
/** `version`: what was found holds for these rules only. */
type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; version: string }

/** Whom it would erase now, with the first names of each list; only then is there a button that does it. */
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
        if (event.kind === 'job' && event.job.kind === 'retention') set(null)
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

function What({ look: { people, lists } }: { look: Look }) {
  const { t } = useTranslation()
  const format = useFormat()
  const shownLists = lists.filter(({ due, held }) => due + held.length > 0)
  return (
    <div role="status" className={styles.who}>
      {people === 0 && <p>{t('retention.nobody')}</p>}
      {shownLists.map(({ listId, name, due, held, sample }) => (
        <section key={listId} aria-label={name}>
          <p>
            <b>{name}</b>: {t('retention.due', { count: due })}
          </p>
          <ul className={styles.rows}>
            {sample.map((one) => (
              <li key={one.leadId}>
                <Link href={`/leads/${one.leadId}`}>{one.name}</Link>
                <span className={styles.quiet}>{t('retention.last', { day: format.day(one.lastAt) })}</span>
              </li>
            ))}
            {due > sample.length && <li>{t('retention.more', { count: due - sample.length })}</li>}
            {held.map(({ why, count }) => (
              <li key={why} className={styles.quiet}>
                {t(`retention.held.${why}`, { count })}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
