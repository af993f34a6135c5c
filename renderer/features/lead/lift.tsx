import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { DateField } from '#renderer/ui/date-field'
import { useErrorWords } from '#renderer/ui/error-words'
import { TextField } from '#renderer/ui/text-field'
import styles from './basis.module.css'

type Props = { call: Call; leadId: string; name: string; onLifted: () => void }
/** As the engine asks for at least. */
const SHORTEST = 3

/** They asked not to be called, and agreed anew: a team lead keeps the day and the proof, and the wish ends. */
export function LiftCard({ call, leadId, name, onLifted }: Props) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [isOpen, open] = useState(false)
  const [on, setOn] = useState('')
  const [source, setSource] = useState('')
  const [proof, setProof] = useState('')
  const [wrong, setWrong] = useState<{ on?: string; proof?: string }>({})

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (on === '') return setWrong({ on: t('calling.dayMissing') })
    if (proof.trim().length < SHORTEST) return setWrong({ proof: t('calling.lift.proofMissing') })
    try {
      await call('wishes.lift', { leadId, on, source: source.trim() || null, proof })
      notify({ text: t('calling.lift.done', { name }) })
      onLifted()
    } catch (error) {
      setWrong({ on: errorWords(error) })
    }
  }
  return (
    <Card title={t('calling.lift.title')}>
      <p className={styles.quiet}>{t('calling.lift.what', { name })}</p>
      {!isOpen && (
        <Button small onPress={() => open(true)}>
          {t('calling.lift.open')}
        </Button>
      )}
      {isOpen && (
        <form onSubmit={(event) => void save(event)} className={styles.form}>
          <DateField
            label={t('calling.lift.on')}
            value={on}
            onChange={(day) => (setOn(day), setWrong({}))}
            wrong={wrong.on}
            autoFocus
          />
          <TextField label={t('calling.basisSource')} value={source} onChange={setSource} maxLength={200} />
          <TextField
            label={t('calling.basisProof')}
            value={proof}
            onChange={(text) => (setProof(text), setWrong({}))}
            wrong={wrong.proof}
            maxLength={2000}
            rows={2}
          />
          <div className={styles.actions}>
            <Button small look="go" type="submit">
              {t('calling.lift.save')}
            </Button>
            <Button small onPress={() => open(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </Card>
  )
}
