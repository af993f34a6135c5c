import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import { NumberField } from '#renderer/ui/number-field'
import { TextField } from '#renderer/ui/text-field'
import { SaveBar } from './save-bar.tsx'
import { Sum } from './sum.tsx'
import { useSaveRules } from './use-save-rules.ts'
import styles from './settings.module.css'

type Score = Output<'rules.get'>['score']
type Props = { call: Call; score: Score; mayChange: boolean; onSaved: () => void }
type BuiltIn = 'industry' | 'companySize' | 'role' | 'place'

const linesOf = ({ fit }: Score) =>
  fit.map(({ rule, points, targets }) => ({ rule, points, text: targets?.join(', ') ?? '' }))
const targetsOf = (text: string) => {
  const targets = text.split(',').flatMap((target) => target.trim() || [])
  return targets.length > 0 ? targets : null
}

/** Points and targets of fit; with no target everybody gets half, and that is said. */
export function FitEditor({ call, score, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [lines, set] = useState(() => linesOf(score))
  // A kept column is called by its own header.
  const nameOf = (rule: string) => t(`settings.rule.${rule as BuiltIn}`, rule)
  const { save, refused, clear } = useSaveRules(call, nameOf, onSaved)
  const change = (rule: string, part: Partial<(typeof lines)[number]>) =>
    set((all) => all.map((line) => (line.rule === rule ? { ...line, ...part } : line)))
  const isChanged = JSON.stringify(lines) !== JSON.stringify(linesOf(score))
  return (
    <Card
      title={t('settings.scoring')}
      aside={<Sum sum={lines.reduce((sum, { points }) => sum + points, 0)} />}
    >
      <p className={styles.note}>{t('settings.scoringNote')}</p>
      <div className={styles.stack}>
        {lines.map(({ rule, points, text }) => (
          <div key={rule} className={styles.rule}>
            <b>{nameOf(rule)}</b>
            <NumberField
              bareLabel
              label={t('settings.pointsOf', { rule: nameOf(rule) })}
              value={points}
              onChange={(value) => change(rule, { points: value ?? 0 })}
              isReadOnly={!mayChange}
            />
            <TextField
              bareLabel
              label={t('settings.targetsOf', { rule: nameOf(rule) })}
              placeholder={t(`settings.targetHint.${rule as BuiltIn}`, '')}
              value={text}
              onChange={(value) => change(rule, { text: value })}
              hint={
                targetsOf(text)
                  ? undefined
                  : t('settings.noTarget', { points: format.decimal(points / 2), of: points })
              }
              isReadOnly={!mayChange}
            />
          </div>
        ))}
      </div>
      <SaveBar
        isChanged={isChanged}
        refused={refused}
        onSave={() => {
          const fit = lines.map(({ rule, points, text }) => ({ rule, points, targets: targetsOf(text) }))
          void save({ kind: 'score', data: { ...score, fit } })
        }}
        onDiscard={() => {
          set(linesOf(score))
          clear()
        }}
      />
    </Card>
  )
}
