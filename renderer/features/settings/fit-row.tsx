import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import { testOf, type BuiltIn } from '#shared/domain/fit'
import { Button } from '#renderer/ui/button'
import { useFormat } from '#renderer/ui/format'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { isTooLong, LONGEST, waysOf, type Asks, type Field, type FitLine } from './fit-lines.ts'
import styles from './scoring.module.css'

type Props = {
  line: FitLine
  name: string
  field: Field | undefined
  mayChange: boolean
  onChange: (part: Partial<FitLine>) => void
  onRemove: () => void
}

/** One rule: which field, how it is asked, of what, in which group, for how much. */
export function FitRow({ line, name, field, mayChange, onChange, onRemove }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { rule, asks, text, group, points } = line
  const own = testOf({ rule, points, targets: null }) as 'in' | 'band' | 'words'
  const asking = (way: Asks) => (way === 'own' ? t(`scoring.own.${own}`) : t(`scoring.test.${way}`))
  return (
    <li className={styles.row}>
      <b dir="auto">{name}</b>
      <Select
        bareLabel
        label={t('scoring.asksOf', { rule: name })}
        options={waysOf(rule).map((way) => ({ id: way, name: asking(way) }))}
        value={asks}
        onChange={(way) => onChange({ asks: way })}
        isDisabled={!mayChange}
      />
      {asks === 'known' ? (
        <span className={styles.quiet}>{t('scoring.knownHint')}</span>
      ) : (
        <TextField
          bareLabel
          label={t('settings.targetsOf', { rule: name })}
          placeholder={placeholder()}
          value={text}
          onChange={(value) => onChange({ text: value })}
          hint={hint()}
          wrong={isTooLong(line) ? t('common.tooLong', { most: LONGEST }) : undefined}
          maxLength={20_000}
          isReadOnly={!mayChange}
        />
      )}
      <TextField
        bareLabel
        label={t('scoring.groupOf', { rule: name })}
        placeholder={t('scoring.noGroup')}
        value={group}
        onChange={(value) => onChange({ group: value })}
        isReadOnly={!mayChange}
      />
      <NumberField
        bareLabel
        label={t('settings.pointsOf', { rule: name })}
        value={points}
        onChange={(value) => onChange({ points: value ?? 0 })}
        isReadOnly={!mayChange}
      />
      {mayChange && (
        <Button
          look="quiet"
          small
          icon={<X size={14} />}
          aria-label={t('scoring.removeRule', { rule: name })}
          onPress={onRemove}
        />
      )}
    </li>
  )

  function placeholder(): string {
    if (asks === 'between') return t('scoring.betweenHint')
    if (asks === 'matches') return t('scoring.matchesHint')
    return asks === 'own' ? t(`settings.targetHint.${rule as BuiltIn}`, '') : ''
  }

  function hint(): string | undefined {
    if (text.trim() !== '') return undefined
    const seen = field?.values.slice(0, 4).map(({ value }) => value) ?? []
    return [
      asks === 'own' && t('settings.noTarget', { points: format.decimal(points / 2), of: points }),
      seen.length > 0 && t('scoring.seen', { values: seen.join(', ') }),
    ]
      .filter(Boolean)
      .join(' · ')
  }
}
