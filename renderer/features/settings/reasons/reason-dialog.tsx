import { useTranslation } from 'react-i18next'

import type { ReasonRefusal } from '#shared/domain/reason-check'
import { isOwnReason, reasonKind, type ReasonId } from '#shared/domain/reason'
import { daysRange, exitsOf, isGiven, mayBeTimeless } from '#shared/domain/reason-set'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { Dialog } from '#renderer/ui/dialog'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import { LabelFields } from '../outcomes/label-fields.tsx'
import styles from '../outcomes/outcomes.module.css'
import { daysFor, type Entry } from './reason-entry.ts'
import type { ReasonWords } from './use-reason-words.ts'

type Props = {
  entry: Entry
  /** Not saved yet, so it may be taken out again. */
  isNew: boolean
  words: ReasonWords
  problems: readonly ReasonRefusal[]
  mayChange: boolean
  onChange: (to: Partial<Entry>) => void
  onRemove: () => void
  onClose: () => void
}

/** One reason: what may be changed, and what it is, which stays. */
export function ReasonDialog(props: Props) {
  const { entry, isNew, words, problems, mayChange, onChange, onRemove, onClose } = props
  const { t } = useTranslation()
  const { code, label, on, exit } = entry
  const kind = reasonKind(code)
  if (kind === null) return null
  const exits = exitsOf(kind)
  const wrong = (field: ReasonRefusal['field']) => {
    const found = problems.find((problem) => problem.field === field)
    return found && words.refusal(found)
  }
  return (
    <Dialog wide title={words.name(code)} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <LabelFields
          label={label}
          ours={isOwnReason(code) ? null : `call.reason.${kind}`}
          wrong={wrong('label')}
          isReadOnly={!mayChange}
          onChange={(to) => onChange({ label: to })}
        />
        <div>
          <Checkbox
            isSelected={on}
            isDisabled={!mayChange || isGiven(kind)}
            onChange={(to) => onChange({ on: to })}
          >
            {t('reasons.on')}
          </Checkbox>
          {isGiven(kind) && <p className={styles.hint}>{t('reasons.mustStay')}</p>}
        </div>
        <div>
          <Select
            label={t('exits.exit')}
            options={exits.map((id) => ({ id, name: t(`reasons.exits.${id}`) }))}
            value={exit}
            onChange={(to) => onChange({ exit: to, days: daysFor(entry, to) })}
            isDisabled={!mayChange || exits.length === 1}
          />
          {exits.length === 1 && <p className={styles.hint}>{t('reasons.exitFixed')}</p>}
        </div>
        <Lasting {...props} kind={kind} wrong={wrong('days')} />
        <dl className={styles.means}>
          <dt>{t('reasons.kind')}</dt>
          <dd>
            {t(`call.reason.${kind}`)}
            <p className={styles.hint}>{t('reasons.kept')}</p>
          </dd>
        </dl>
        <div className={styles.bar}>
          <Button look="go" onPress={onClose}>
            {t('outcomes.done')}
          </Button>
          {isNew && isOwnReason(code) && <Button onPress={onRemove}>{t('outcomes.remove')}</Button>}
        </div>
      </div>
    </Dialog>
  )
}

type LastingProps = Props & { kind: ReasonId; wrong: string | undefined }

/** Whole days; empty where time may have no say. */
function Lasting({ entry, kind, words, wrong, mayChange, onChange }: LastingProps) {
  const { t } = useTranslation()
  const { exit, days } = entry
  if (daysRange(kind, exit) === null) return <p>{words.lasts(entry)}</p>
  const what = kind === 'competitor_contract' ? 'beforeEnd' : exit === 'nurture' ? 'wakes' : 'holds'
  const bounds = t('reasons.bounds', words.boundsOf(entry.code))
  return (
    <NumberField
      label={t(`reasons.days.${what}`)}
      value={days}
      onChange={(to) => onChange({ days: to })}
      isReadOnly={!mayChange}
      wrong={wrong}
      hint={
        mayBeTimeless(kind, exit)
          ? `${bounds} ${t('reasons.blank', { lasts: words.lasts({ ...entry, days: null }) })}`
          : bounds
      }
    />
  )
}
