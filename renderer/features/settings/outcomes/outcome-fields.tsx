import { useTranslation } from 'react-i18next'

import { OUTCOMES, type Need } from '#shared/domain/outcome'
import { isOwn, mayDelay, mayNeed, mustStay } from '#shared/domain/outcome-set'
import { reasonsFor } from '#shared/domain/reason'
import { Checkbox } from '#renderer/ui/checkbox'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import styles from '../catalogue/catalogue.module.css'
import type { FieldsProps } from '../catalogue/catalogue.ts'
import { OnField } from '../catalogue/entry-dialog.tsx'
import { DelayFields } from './delay-fields.tsx'
import type { Entry } from './outcome.ts'
import own from './outcomes.module.css'
import type { OutcomeWords } from './outcome-words.ts'

type Props = FieldsProps<Entry, OutcomeWords>

/** What may be changed of an outcome beside its name, and what it is, which stays. */
export function OutcomeFields(props: Props) {
  const { entry, words, mayChange, wrong, onChange } = props
  const { t } = useTranslation()
  const { code, kind, key, on } = entry
  return (
    <>
      <TextField
        label={t('outcomes.key')}
        hint={t('outcomes.keyHint')}
        value={key ?? ''}
        onChange={(text) => onChange({ ...entry, key: keyTyped(text, key) })}
        wrong={wrong('key')}
        isReadOnly={!mayChange}
      />
      <OnField
        label={t('outcomes.on')}
        isOn={on}
        fixed={mustStay(entry) ? t('outcomes.mustStay') : null}
        mayChange={mayChange}
        onChange={(to) => onChange({ ...entry, on: to })}
      />
      <Needs {...props} />
      {mayDelay(kind) && (
        <DelayFields
          kind={kind}
          delay={entry.delay}
          words={words}
          wrong={wrong('delay')}
          isDisabled={!mayChange}
          onChange={(delay) => onChange({ ...entry, delay })}
        />
      )}
      {isOwn(code) && <GivenReason {...props} />}
      <dl className={styles.means}>
        <dt>{t('outcomes.means')}</dt>
        <dd>{words.flags(entry)}</dd>
        <dt>{t('outcomes.does')}</dt>
        <dd>
          <ul>
            {words.effects(entry).map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
          <p className={styles.hint}>{t('outcomes.fixed')}</p>
        </dd>
      </dl>
    </>
  )
}

/** Whichever was added, before or after the one that stands. */
function keyTyped(text: string, before: string | null): string | null {
  const typed = [...text.toUpperCase()].filter((letter) => letter.trim() !== '')
  return typed.find((letter) => letter !== before) ?? typed[0] ?? null
}

function Needs({ entry, words, mayChange, onChange }: Props) {
  const { t } = useTranslation()
  const { kind, needs } = entry
  const may = mayNeed(kind)
  const usual: readonly Need[] = OUTCOMES[kind].needs
  const turn = (need: Need, isOn: boolean) =>
    onChange({ ...entry, needs: isOn ? [...needs, need] : needs.filter((each) => each !== need) })
  return (
    <div role="group" aria-label={t('outcomes.needs')} className={own.checks}>
      <span className={own.label}>{t('outcomes.needs')}</span>
      {may.map((need) => (
        <Checkbox
          key={need}
          isSelected={needs.includes(need)}
          isDisabled={!mayChange}
          onChange={(isOn) => turn(need, isOn)}
        >
          {t(`outcomes.need.${need}`)}
        </Checkbox>
      ))}
      {may.length === 0 && <p className={styles.hint}>{t('outcomes.needsNone')}</p>}
      {usual.length > 0 && (
        <p className={styles.hint}>{t('outcomes.asksUsual', { needs: words.needs(usual) })}</p>
      )}
    </div>
  )
}

/** A reason that says itself: nobody is asked for it. */
function GivenReason({ entry, mayChange, onChange }: Props) {
  const { t } = useTranslation()
  const reasons = reasonsFor(entry.kind)
  if (reasons.length === 0) return null
  return (
    <Select
      label={t('outcomes.reasonGiven')}
      options={[
        { id: 'asked', name: t('outcomes.reasonAsked') },
        ...reasons.map((id) => ({ id, name: t(`call.reason.${id}`) })),
      ]}
      value={entry.reason ?? 'asked'}
      onChange={(id) => onChange({ ...entry, reason: reasons.find((each) => each === id) ?? null })}
      isDisabled={!mayChange}
    />
  )
}
