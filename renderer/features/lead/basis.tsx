import { useCallback, useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Input, Output } from '#shared/contract/api'
import { BASIS_KINDS, CHANNELS } from '#shared/domain/basis'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { DateField } from '#renderer/ui/date-field'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { Shown } from '#renderer/ui/shown'
import { TextField } from '#renderer/ui/text-field'
import styles from './basis.module.css'

type Bases = Output<'basis.list'>
/** `version` is told anew whenever the lead was read again. */
type Props = { call: Call; leadId: string; version: number }

/** Why somebody may be called or written to: every fact of it, with its proof, and a form for the next. */
export function BasisCard({ call, leadId, version }: Props) {
  const { t } = useTranslation()
  const [bases, set] = useState<Loaded<Bases>>(LOADING)
  const [isAdding, add] = useState(false)
  const load = useCallback(async () => set(await loaded(call('basis.list', { leadId }))), [call, leadId])
  useEffect(() => void load(), [load, version])
  return (
    <Card title={t('calling.basis')}>
      <Shown of={bases} onRetry={() => void load()} rows={2}>
        {(rows) => <Rows rows={rows} />}
      </Shown>
      {isAdding ? (
        <BasisForm
          call={call}
          leadId={leadId}
          onDone={(rows) => {
            if (rows) set({ kind: 'ready', value: rows })
            add(false)
          }}
        />
      ) : (
        <Button small onPress={() => add(true)}>
          {t('calling.basisAdd')}
        </Button>
      )}
    </Card>
  )
}

function Rows({ rows }: { rows: Bases }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (rows.length === 0) return <p className={styles.quiet}>{t('calling.basisNone')}</p>
  const state = ({ given, kind }: Bases[number]) =>
    !given ? 'withdrawn' : kind === 'existing_customer' ? 'lastDealing' : 'given'
  return (
    <ul className={styles.bases}>
      {rows.map((row) => (
        <li key={row.id}>
          <b>{t(`calling.basisKind.${row.kind}`)}</b> <Chip>{t(`calling.channel.${row.channel}`)}</Chip>{' '}
          {t(`calling.${state(row)}`, { day: format.date(row.on) })}
          <p className={styles.quiet}>
            {[row.source, row.proof, row.by, format.moment(row.at)].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

type Draft = Omit<Input<'basis.save'>, 'leadId'>
const NEW: Draft = { channel: 'call', kind: 'consent', given: true, on: '', source: null, proof: null }
type FormProps = Omit<Props, 'version'> & { onDone: (rows: Bases | null) => void }

function BasisForm({ call, leadId, onDone }: FormProps) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const [draft, set] = useState(NEW)
  const [wrong, setWrong] = useState<string>()
  const change = (part: Partial<Draft>) => {
    set((before) => ({ ...before, ...part }))
    // A field that is marked wrong keeps its form from being sent.
    setWrong(undefined)
  }
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (draft.on === '') return setWrong(t('calling.dayMissing'))
    try {
      onDone(await call('basis.save', { leadId, ...draft }))
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <form onSubmit={(event) => void save(event)} className={styles.form}>
      <Select
        autoFocus
        label={t('calling.basisWhat')}
        options={BASIS_KINDS.map((id) => ({ id, name: t(`calling.basisKind.${id}`) }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      <Segmented
        label={t('calling.basisFor')}
        options={CHANNELS.map((id) => ({ id, name: t(`calling.channel.${id}`) }))}
        value={draft.channel}
        onChange={(channel) => change({ channel })}
      />
      <Segmented
        label={t('calling.basisState')}
        options={(['given', 'withdrawn'] as const).map((id) => ({ id, name: t(`calling.basisGiven.${id}`) }))}
        value={draft.given ? 'given' : 'withdrawn'}
        onChange={(state) => change({ given: state === 'given' })}
      />
      <DateField
        label={t('calling.basisOn')}
        value={draft.on}
        onChange={(on) => change({ on })}
        wrong={wrong}
      />
      <TextField
        label={t('calling.basisSource')}
        value={draft.source ?? ''}
        onChange={(source) => change({ source: source || null })}
        maxLength={200}
      />
      <TextField
        label={t('calling.basisProof')}
        value={draft.proof ?? ''}
        onChange={(proof) => change({ proof: proof || null })}
        maxLength={2000}
        rows={2}
      />
      <div className={styles.actions}>
        <Button small look="go" type="submit">
          {t('calling.basisSave')}
        </Button>
        <Button small onPress={() => onDone(null)}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  )
}
