import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { vetoesOf } from '#shared/domain/rule-check'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { NumberField } from '#renderer/ui/number-field'
import { SaveBar } from './save-bar.tsx'
import { Sum } from './sum.tsx'
import { useSaveRules } from './use-save-rules.ts'
import styles from './settings.module.css'

type Definition = Output<'rules.get'>['definition']
type Props = { call: Call; definition: Definition; mayChange: boolean; onSaved: () => void }
type Bant = 'budget' | 'authority' | 'need' | 'timeline'

const PRESETS = [
  { id: 'presetEven', weights: { budget: 25, authority: 25, need: 25, timeline: 25 } },
  { id: 'presetMoney', weights: { budget: 30, authority: 25, need: 30, timeline: 15 } },
] as const

/** Weights and threshold of BANT; a weight that makes the threshold a hidden veto is explained as it is typed. */
export function DefinitionEditor({ call, definition, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const [draft, set] = useState({ weights: definition.weights, threshold: definition.threshold })
  const nameOf = (id: string) => t(`settings.criterion.${id as Bant}`, id)
  const { save, refused, clear } = useSaveRules(call, nameOf, onSaved)
  const isChanged =
    JSON.stringify(draft) !== JSON.stringify({ weights: definition.weights, threshold: definition.threshold })
  const weights = definition.criteria.map(({ id }) => draft.weights[id] ?? 0)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  const vetoes = vetoesOf({ ...definition, ...draft })
  return (
    <Card title={t('settings.bant')} aside={<Sum sum={sum} />}>
      <div className={styles.stack}>
        <div className={styles.weights}>
          {definition.criteria.map(({ id }) => (
            <NumberField
              key={id}
              label={nameOf(id)}
              aria-label={t('settings.weightOf', { criterion: nameOf(id) })}
              value={draft.weights[id] ?? 0}
              onChange={(value) => set((all) => ({ ...all, weights: { ...all.weights, [id]: value ?? 0 } }))}
              isReadOnly={!mayChange}
            />
          ))}
        </div>
        {mayChange && (
          <div className={styles.actions}>
            <span className={styles.hint}>{t('settings.presets')}</span>
            {PRESETS.map(({ id, weights }) => (
              <Button key={id} small onPress={() => set((all) => ({ ...all, weights }))}>
                {t(`settings.${id}`)}
              </Button>
            ))}
          </div>
        )}
        <div className={styles.small}>
          <NumberField
            label={t('settings.threshold')}
            hint={t('settings.thresholdHint')}
            value={draft.threshold}
            onChange={(value) => set((all) => ({ ...all, threshold: value ?? 0 }))}
            isReadOnly={!mayChange}
          />
        </div>
        <div role="status" className={styles.effect}>
          {sum === 100 &&
            (vetoes.length === 0 ? (
              <p>{t('settings.noVeto', { least: 100 - Math.max(...weights) })}</p>
            ) : (
              vetoes.map((id) => (
                <p key={id} className={styles.warn}>
                  {t('settings.veto', {
                    criterion: nameOf(id),
                    most: 100 - (draft.weights[id] ?? 0),
                    threshold: draft.threshold,
                  })}
                </p>
              ))
            ))}
        </div>
      </div>
      <SaveBar
        isChanged={isChanged}
        refused={refused}
        onSave={() => void save({ kind: 'definition', data: { ...definition, ...draft } })}
        onDiscard={() => {
          set({ weights: definition.weights, threshold: definition.threshold })
          clear()
        }}
      />
    </Card>
  )
}
