import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { SCREENING_LISTS, type ScreeningList } from '#shared/domain/screening'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { DateField } from '#renderer/ui/date-field'
import { useErrorWords } from '#renderer/ui/error-words'
import { FileDrop } from '#renderer/ui/file-drop'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { Shown } from '#renderer/ui/shown'
import type { PartProps } from '../part-props.ts'
import { useAsked } from './use-asked.ts'
import styles from './calling.module.css'

type Files = Output<'screening.files'>
const askFiles = (call: Call) => call('screening.files', {})
const TONES = { running: 'info', done: 'good', cancelled: 'plain', failed: 'bad', replaced: 'plain' } as const

/** Registers of people who want no such calls: which file, of which day, brought in by whom, and how many are on it. */
export function Registers(props: PartProps) {
  const [files, load] = useAsked(props.call, props.host, askFiles)
  return (
    <Shown of={files} onRetry={load} rows={4}>
      {(value) => <Brought {...props} files={value} onChanged={load} />}
    </Shown>
  )
}

type Props = Pick<PartProps, 'call' | 'host' | 'mayChange'> & { files: Files; onChanged: () => void }

function Brought({ call, host, files, mayChange, onChanged }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const stop = async (id: string) => {
    await call('screening.cancel', { id })
    onChanged()
  }
  return (
    <Card title={t('calling.registers')}>
      <p className={styles.note}>{t('calling.registersNote')}</p>
      {files.length === 0 && <p className={styles.quiet}>{t('calling.noRegister')}</p>}
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <b>{t(`calling.register.${file.list}`)}</b>
            <span>{t('calling.taken', { day: format.date(file.takenOn) })}</span>
            <Chip tone={TONES[file.state]}>{t(`calling.state.${file.state}`)}</Chip>
            <span className={styles.quiet}>
              {[
                file.state !== 'running' && t('calling.numbers', { count: file.numbers }),
                file.matched !== null && t('calling.matched', { count: file.matched }),
                file.refused > 0 && t('calling.refusedLines', { count: file.refused }),
                file.fileName,
                file.by,
                format.moment(file.at),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {file.state === 'running' && mayChange && (
              <Button small onPress={() => void stop(file.id)}>
                {t('common.cancel')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <Bring call={call} host={host} onChanged={onChanged} />
      ) : (
        <p className={styles.quiet}>{t('calling.onlyLead')}</p>
      )}
    </Card>
  )
}

function Bring({ call, host, onChanged }: Pick<Props, 'call' | 'host' | 'onChanged'>) {
  const { t } = useTranslation()
  const errorWords = useErrorWords()
  const [list, choose] = useState<ScreeningList>('robinson')
  const [takenOn, setDay] = useState('')
  const [wrong, setWrong] = useState<string>()
  const bring = async (picked: File) => {
    setWrong(undefined)
    try {
      const { fileId, name } = await host.upload(picked)
      await call('screening.import', { fileId, name, list, takenOn })
      onChanged()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <div className={styles.form}>
      <div className={styles.times}>
        <Select
          label={t('calling.which')}
          options={SCREENING_LISTS.map((id) => ({ id, name: t(`calling.register.${id}`) }))}
          value={list}
          onChange={choose}
        />
        <DateField label={t('calling.takenOn')} value={takenOn} onChange={setDay} wrong={wrong} />
      </div>
      <FileDrop
        title={t('calling.drop')}
        choose={t('calling.choose')}
        hint={t(takenOn === '' ? 'calling.dayMissing' : 'calling.dropHint')}
        accept={['.csv', '.txt']}
        isDisabled={takenOn === ''}
        onFile={(file) => void bring(file)}
      />
    </div>
  )
}
