import { useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { AGREEING_SIDES, type AgreeingSide, isDraft } from '#shared/domain/bant'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { TextField } from '#renderer/ui/text-field'
import type { Version } from './qualification.tsx'
import styles from './settings.module.css'

type Props = { call: Call; version: Version; mayChange: boolean; onSaved: () => void }

/** Who agreed to this version for marketing and for sales, and when; a changed one asks both anew. */
export function DefinitionAgreed({ call, version, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [asked, ask] = useState<AgreeingSide | null>(null)
  const { definition } = version
  const box = useRef<HTMLDivElement>(null)
  /** The form goes, and the button in it. */
  const close = () => {
    box.current?.focus({ preventScroll: true })
    ask(null)
  }
  return (
    <div ref={box} role="group" aria-label={t('definition.agree')} tabIndex={-1}>
      <div className={styles.actions}>
        <Chip>
          {version.version === 0
            ? t('definition.shipped')
            : t('definition.version', { version: version.version })}
        </Chip>
        <Chip tone={isDraft(definition) ? 'warn' : 'good'}>
          {t(isDraft(definition) ? 'definition.draft' : 'definition.agreed')}
        </Chip>
        {isDraft(definition) && <span className={styles.hint}>{t('definition.agreeHint')}</span>}
      </div>
      <ul className={styles.rows}>
        {AGREEING_SIDES.map((side) => {
          const agreed = definition.agreed[side]
          const name = t(`definition.side.${side}`)
          return (
            <li key={side}>
              <span>
                {agreed
                  ? t('definition.agreedBy', { side: name, name: agreed.name, when: format.day(agreed.at) })
                  : t('definition.notAgreed', { side: name })}
              </span>
              {mayChange && !agreed && asked !== side && (
                <span className={styles.end}>
                  <Button
                    small
                    aria-label={t('definition.agreeFor', { side: name })}
                    onPress={() => ask(side)}
                  >
                    {t('definition.agree')}
                  </Button>
                </span>
              )}
              {asked === side && !agreed && (
                <AgreeForm call={call} version={version} side={side} onDone={close} onSaved={onSaved} />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

type FormProps = Omit<Props, 'mayChange'> & { side: AgreeingSide; onDone: () => void }

function AgreeForm({ call, version, side, onDone, onSaved }: FormProps) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const errorWords = useErrorWords()
  const [name, setName] = useState('')
  const [wrong, setWrong] = useState<string>()
  const sideName = t(`definition.side.${side}`)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return setWrong(t('settings.nameMissing'))
    const { framework } = version.definition
    try {
      await call('definition.agree', { framework, version: version.version, side, name })
      say(t('definition.agreedSaid', { name, side: sideName }))
      onDone()
      onSaved()
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <form className={styles.actions} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('definition.agreeName', { side: sideName })}
        value={name}
        onChange={setName}
        wrong={wrong}
        maxLength={200}
        autoFocus
      />
      <Button look="go" small type="submit">
        {t('definition.agree')}
      </Button>
      <Button small onPress={onDone}>
        {t('common.cancel')}
      </Button>
    </form>
  )
}
