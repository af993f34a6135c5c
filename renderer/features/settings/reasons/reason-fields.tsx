import { useTranslation } from 'react-i18next'

import { reasonKind, REASONS, type Exit, type ReasonId } from '#shared/domain/reason'
import { againOf, daysRange, exitsOf, isGiven, mayBeTimeless } from '#shared/domain/reason-set'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import styles from '../catalogue/catalogue.module.css'
import type { FieldsProps } from '../catalogue/catalogue.ts'
import { OnField } from '../catalogue/entry-dialog.tsx'
import type { Entry } from './reason.ts'
import type { ReasonWords } from './reason-words.ts'

type Props = FieldsProps<Entry, ReasonWords>

/** What may be changed of a reason beside its name, and what it is, which stays. */
export function ReasonFields(props: Props) {
  const { entry, mayChange, onChange } = props
  const { t } = useTranslation()
  const { code, on, exit } = entry
  const kind = reasonKind(code)
  if (kind === null) return null
  const exits = exitsOf(kind)
  return (
    <>
      <OnField
        label={t('reasons.on')}
        isOn={on}
        fixed={isGiven(kind) ? t('reasons.mustStay') : null}
        mayChange={mayChange}
        onChange={(to) => onChange({ ...entry, on: to })}
      />
      <div>
        <Select
          label={t('exits.exit')}
          options={exits.map((id) => ({ id, name: t(`reasons.exits.${id}`) }))}
          value={exit}
          onChange={(to) => onChange({ ...entry, exit: to, days: daysFor(kind, entry.days, to) })}
          isDisabled={!mayChange || exits.length === 1}
        />
        {exits.length === 1 && <p className={styles.hint}>{t('reasons.exitFixed')}</p>}
      </div>
      <Lasting {...props} kind={kind} />
      <Again {...props} kind={kind} />
      <dl className={styles.means}>
        <dt>{t('reasons.kind')}</dt>
        <dd>
          {t(`call.reason.${kind}`)}
          <p className={styles.hint}>{t('reasons.kept')}</p>
        </dd>
      </dl>
    </>
  )
}

/** Whole days; empty where time may have no say. */
function Lasting({ entry, kind, words, wrong, mayChange, onChange }: Props & { kind: ReasonId }) {
  const { t } = useTranslation()
  const { exit, days } = entry
  if (daysRange(kind, exit) === null) return <p>{words.lasts(entry)}</p>
  const what = kind === 'competitor_contract' ? 'beforeEnd' : exit === 'nurture' ? 'wakes' : 'holds'
  const bounds = t('reasons.bounds', words.boundsOf(entry.code))
  return (
    <NumberField
      label={t(`reasons.days.${what}`)}
      value={days}
      onChange={(to) => onChange({ ...entry, days: to })}
      isReadOnly={!mayChange}
      wrong={wrong('days')}
      hint={
        mayBeTimeless(kind, exit)
          ? `${bounds} ${t('reasons.blank', { lasts: words.lasts({ ...entry, days: null }) })}`
          : bounds
      }
    />
  )
}

/** Where a second time closes it. */
function Again({ entry, kind, words, wrong, mayChange, onChange }: Props & { kind: ReasonId }) {
  const { t } = useTranslation()
  const shipped = againOf(kind)
  if (shipped === null) return null
  return (
    <NumberField
      label={t('reasons.days.again')}
      value={entry.again ?? shipped}
      onChange={(to) => onChange({ ...entry, again: to ?? 0 })}
      isReadOnly={!mayChange}
      wrong={wrong('again')}
      hint={t('reasons.bounds', words.boundsOf(entry.code))}
    />
  )
}

/** Days that go with another way out: those it has where they fit, else the least sensible ones. */
function daysFor(kind: ReasonId, days: number | null, exit: Exit): number | null {
  const range = daysRange(kind, exit)
  if (!range) return null
  if (days === null) return mayBeTimeless(kind, exit) ? null : Math.max(range[0], REASONS[kind].days ?? 90)
  return Math.min(Math.max(days, range[0]), range[1])
}
