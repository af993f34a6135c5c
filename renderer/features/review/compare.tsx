import { Check } from 'lucide-react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

import type { AlikePair, AlikeSide } from '#shared/contract/review'
import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { cx } from '#renderer/ui/cx'
import { SideFacts } from './side-facts.tsx'
import type { Choices, ReviewState } from './review-store.ts'
import styles from './review.module.css'

type Props = { pair: AlikePair } & Pick<ReviewState, 'keep' | 'choices' | 'choose'>
type FieldName = keyof Choices

/** Side by side. What differs says so, and which of the two values stays can be chosen. */
export function Compare({ pair, keep, choices, choose }: Props) {
  const { t } = useTranslation()
  const [left, right] = pair.sides
  const fields = Object.keys(left.fields).filter((field) => left.fields[field] ?? right.fields[field])
  return (
    <Card flush label={t('review.sides')}>
      <div className={styles.grid}>
        <span />
        <Head side={left} isKept={keep === 0} kind={pair.kind} />
        <Head side={right} isKept={keep === 1} kind={pair.kind} />
        {fields.map((field) => (
          <Field
            key={field}
            name={field as FieldName}
            values={[left.fields[field] ?? null, right.fields[field] ?? null]}
            chosen={sideOf(keep, choices[field as FieldName], [left, right], field)}
            onChoose={(at) => choose(field as FieldName, at === keep ? 'kept' : 'other')}
          />
        ))}
        <SideFacts sides={[left, right]} />
      </div>
    </Card>
  )
}

/** The place of the value that stays: what was chosen, else what the one who stays says, else the other's. */
function sideOf(
  keep: 0 | 1,
  chosen: 'kept' | 'other' | undefined,
  sides: readonly [AlikeSide, AlikeSide],
  field: string,
): 0 | 1 {
  const other = keep === 0 ? 1 : 0
  if (chosen) return chosen === 'kept' ? keep : other
  return sides[keep].fields[field] === null ? other : keep
}

function Head({ side, isKept, kind }: { side: AlikeSide; isKept: boolean; kind: AlikePair['kind'] }) {
  const { t } = useTranslation()
  return (
    <div className={styles.head}>
      <h2>{side.name}</h2>
      <Chip tone={isKept ? 'accent' : 'plain'} icon={isKept ? <Check size={11} aria-hidden /> : undefined}>
        {t(isKept ? 'review.stays' : `review.joins.${kind}`)}
      </Chip>
      {side.suppressed && <Chip tone="bad">{t('review.silenced')}</Chip>}
    </div>
  )
}

type FieldProps = {
  name: FieldName
  values: readonly [string | null, string | null]
  chosen: 0 | 1
  onChoose: (at: 0 | 1) => void
}

function Field({ name, values: [a, b], chosen, onChoose }: FieldProps) {
  const { t } = useTranslation()
  const label = t(`review.field.${name}`)
  if (a === b)
    return (
      <>
        <span className={styles.name}>{label}</span>
        <span className={styles.same}>{a}</span>
        <span className={styles.same}>
          {b} <small>{t('review.how.same')}</small>
        </span>
      </>
    )
  return (
    <RadioGroup
      className={cx(styles.group)}
      orientation="horizontal"
      value={String(chosen)}
      onChange={(at) => onChoose(at === '1' ? 1 : 0)}
    >
      <Label className={cx(styles.name, styles.differs)}>
        {label} <small>{t('review.how.other')}</small>
      </Label>
      {[a, b].map((value, at) => (
        <Radio key={at} value={String(at)} className={cx(styles.value)}>
          <span className={styles.dot} aria-hidden />
          {value ?? <i>{t('review.nothing')}</i>}
        </Radio>
      ))}
    </RadioGroup>
  )
}
