import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { atLeast, type Role } from '#shared/domain/people'
import { later } from '#renderer/ui/later'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { DateField } from '#renderer/ui/date-field'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import styles from './lead.module.css'

const EraseDialog = later(
  async () => (await import('./erase-dialog.tsx')).EraseDialog,
  () => null,
)
type State = Output<'erase.state'>
type Props = { call: Call; leadId: string; role: Role; version: number; onErased: () => void }

/** That somebody asked to be erased: anybody notes it, an admin does it. */
export function Erase({ call, leadId, role, version, onErased }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [state, set] = useState<Loaded<State>>(LOADING)
  const [doing, setDoing] = useState<'ask' | 'erase' | null>(null)
  const load = useCallback(async () => set(await loaded(call('erase.state', { leadId }))), [call, leadId])
  useEffect(() => void load(), [load, version])
  const end = () => {
    setDoing(null)
    void load()
  }
  return (
    <Card title={t('erase.title')}>
      <Shown of={state} onRetry={() => void load()} rows={2}>
        {({ erasedAt, asked }) =>
          erasedAt !== null ? (
            <p>{t('erase.wasErased', { day: format.day(erasedAt) })}</p>
          ) : (
            <>
              <p className={styles.quiet}>
                {asked
                  ? t('erase.asked', { day: format.date(asked.on), due: format.date(asked.dueOn) })
                  : t('erase.what')}{' '}
                {asked?.by && t('erase.notedBy', { name: asked.by })}{' '}
                {asked && !atLeast(role, 'admin') && t('erase.onlyAdmin')}
              </p>
              {doing === 'ask' && <Ask call={call} leadId={leadId} onEnd={end} />}
              <div className={styles.actions}>
                {!asked && doing !== 'ask' && (
                  <Button small onPress={() => setDoing('ask')}>
                    {t('erase.ask')}
                  </Button>
                )}
                {atLeast(role, 'admin') && (
                  <Button small look="danger" onPress={() => setDoing('erase')}>
                    {t('erase.person')}
                  </Button>
                )}
              </div>
            </>
          )
        }
      </Shown>
      {doing === 'erase' && <EraseDialog call={call} leadId={leadId} onClose={end} onErased={onErased} />}
    </Card>
  )
}

type AskProps = Pick<Props, 'call' | 'leadId'> & { onEnd: () => void }

function Ask({ call, leadId, onEnd }: AskProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [askedOn, setDay] = useState('')
  const [wrong, setWrong] = useState<string>()
  const save = async () => {
    try {
      const { dueOn } = await call('erase.ask', { leadId, askedOn })
      notify({ text: t('erase.noted', { due: format.date(dueOn) }) })
      onEnd()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <form
      className={styles.ask}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <DateField label={t('erase.askedOn')} value={askedOn} onChange={setDay} wrong={wrong} autoFocus />
      <div className={styles.actions}>
        <Button small look="go" type="submit" isDisabled={askedOn === ''}>
          {t('erase.note')}
        </Button>
        <Button small onPress={onEnd}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
