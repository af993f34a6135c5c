import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { PRESETS, type Definition } from '#shared/domain/bant'
import { sum } from '#shared/lib/sum'
import { Button } from '#renderer/ui/button'
import { NumberField } from '#renderer/ui/number-field'
import { CriteriaEditor } from './criteria-editor.tsx'
import { withWeight } from './definition-draft.ts'
import { DefinitionEffect } from './definition-effect.tsx'
import { DefinitionReplay } from './definition-replay.tsx'
import { DefinitionTrial } from './definition-trial.tsx'
import { useDefinitionWords } from './definition-words.ts'
import type { Got, Version } from './qualification.tsx'
import { SaveBar } from './save-bar.tsx'
import { Sum } from './sum.tsx'
import { useSaveDefinition } from './use-save-definition.ts'
import styles from './settings.module.css'

type Props = { call: Call; got: Got; version: Version; mayChange: boolean; onSaved: () => void }

const NAMES = ['presetEven', 'presetMoney'] as const

/** All but who agreed to it: that is noted beside, and changes nothing. */
const judging = ({ agreed: _, ...rest }: Definition): string => JSON.stringify(rest)

/** Criteria, grades, weights, gates and threshold; what they come to is said as they are typed. */
export function DefinitionEditor({ call, got, version, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const [draft, set] = useState<Definition>(version.definition)
  const words = useDefinitionWords(draft)
  const { save, refused, clear } = useSaveDefinition(call, words.criterion, onSaved)
  const isChanged = judging(draft) !== judging(version.definition)
  const total = sum(Object.values(draft.weights))
  const isPreset = Object.keys(PRESETS[0]).join() === Object.keys(draft.weights).join()

  return (
    <div className={styles.stack}>
      <div className={styles.weighing}>
        <div className={styles.weights}>
          {draft.criteria.map(({ id }) => (
            <NumberField
              key={id}
              label={t('definition.weightOf', { criterion: words.criterion(id) })}
              value={draft.weights[id] ?? 0}
              onChange={(value) => set((before) => withWeight(before, id, value ?? 0))}
              isReadOnly={!mayChange}
            />
          ))}
          <NumberField
            label={t('definition.threshold')}
            value={draft.threshold}
            onChange={(value) => set((before) => ({ ...before, threshold: value ?? 0 }))}
            isReadOnly={!mayChange}
          />
        </div>
        <div className={styles.actions}>
          <Sum sum={total} />
          {mayChange && isPreset && <span className={styles.hint}>{t('definition.presets')}</span>}
          {mayChange &&
            isPreset &&
            PRESETS.map((weights, at) => (
              <Button key={NAMES[at]} small onPress={() => set((before) => ({ ...before, weights }))}>
                {t(`definition.${NAMES[at] ?? 'presetEven'}`)}
              </Button>
            ))}
        </div>
      </div>
      <DefinitionEffect definition={draft} words={words} />
      <SaveBar
        isChanged={isChanged}
        refused={refused}
        onSave={() => void save(draft)}
        onDiscard={() => {
          set(version.definition)
          clear()
        }}
      />
      <CriteriaEditor definition={draft} got={got} words={words} mayChange={mayChange} onChange={set} />
      <DefinitionTrial definition={draft} words={words} />
      <DefinitionReplay call={call} definition={draft} />
    </div>
  )
}
