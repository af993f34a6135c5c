import { useTranslation } from 'react-i18next'

import type { OutcomeRefusal } from '#shared/domain/outcome-check'
import { OUTCOMES, type Need } from '#shared/domain/outcome'
import { isOwn, mayDelay, mayNeed, mustStay } from '#shared/domain/outcome-set'
import { reasonsFor } from '#shared/domain/reason'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Dialog } from '#renderer/ui/dialog'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { DelayFields } from './delay-fields.tsx'
import type { Entry } from './entry.ts'
import { LabelFields } from './label-fields.tsx'
import type { OutcomeWords } from './use-outcome-words.ts'
import styles from './outcomes.module.css'

type Props = {
  entry: Entry
  /** Not saved yet, so it may be taken out again. */
  isNew: boolean
  words: OutcomeWords
  problems: readonly OutcomeRefusal[]
  mayChange: boolean
  onChange: (to: Partial<Entry>) => void
  onRemove: () => void
  onClose: () => void
}

/** One outcome: what may be changed, and what it is, which stays. */
export function OutcomeDialog(props: Props) {
  const { entry, isNew, words, problems, mayChange, onChange, onRemove, onClose } = props
  const { t } = useTranslation()
  const { code, kind, label, key, on } = entry
  const wrong = (field: OutcomeRefusal['field']) => {
    const found = problems.find((problem) => problem.field === field)
    return found && words.refusal(found)
  }
  return (
    <Dialog wide title={words.name(code)} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <LabelFields
          label={label}
          ours={isOwn(code) ? null : `call.outcome.${kind}`}
          wrong={wrong('label')}
          isReadOnly={!mayChange}
          onChange={(to) => onChange({ label: to })}
        />
        <TextField
          label={t('outcomes.key')}
          hint={t('outcomes.keyHint')}
          value={key ?? ''}
          onChange={(text) => onChange({ key: keyTyped(text, key) })}
          wrong={wrong('key')}
          isReadOnly={!mayChange}
        />
        <div>
          <Checkbox
            isSelected={on}
            isDisabled={!mayChange || mustStay(entry)}
            onChange={(to) => onChange({ on: to })}
          >
            {t('outcomes.on')}
          </Checkbox>
          {mustStay(entry) && <p className={styles.hint}>{t('outcomes.mustStay')}</p>}
        </div>
        <Needs {...props} />
        {mayDelay(kind) && (
          <DelayFields
            kind={kind}
            delay={entry.delay}
            words={words}
            wrong={wrong('delay')}
            isDisabled={!mayChange}
            onChange={(delay) => onChange({ delay })}
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
        <div className={styles.bar}>
          <Button look="go" onPress={onClose}>
            {t('outcomes.done')}
          </Button>
          {isNew && isOwn(code) && <Button onPress={onRemove}>{t('outcomes.remove')}</Button>}
        </div>
      </div>
    </Dialog>
  )
}

/** Whichever was added, before or after the one that stands. */
function keyTyped(text: string, before: string | null): string | null {
  const typed = [...text.toUpperCase()].filter((letter) => letter.trim() !== '')
  return typed.find((letter) => letter !== before) ?? typed[0] ?? null
}

function Needs({ entry: { kind, needs }, words, mayChange, onChange }: Props) {
  const { t } = useTranslation()
  const may = mayNeed(kind)
  const usual: readonly Need[] = OUTCOMES[kind].needs
  const turn = (need: Need, isOn: boolean) =>
    onChange({ needs: isOn ? [...needs, need] : needs.filter((each) => each !== need) })
  return (
    <div role="group" aria-label={t('outcomes.needs')} className={styles.checks}>
      <span className={styles.label}>{t('outcomes.needs')}</span>
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
function GivenReason({ entry: { kind, reason }, mayChange, onChange }: Props) {
  const { t } = useTranslation()
  const reasons = reasonsFor(kind)
  if (reasons.length === 0) return null
  return (
    <Select
      label={t('outcomes.reasonGiven')}
      options={[
        { id: 'asked', name: t('outcomes.reasonAsked') },
        ...reasons.map((id) => ({ id, name: t(`call.reason.${id}`) })),
      ]}
      value={reason ?? 'asked'}
      onChange={(id) => onChange({ reason: reasons.find((each) => each === id) ?? null })}
      isDisabled={!mayChange}
    />
  )
}
