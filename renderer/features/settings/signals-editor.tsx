import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { SIGNAL_GROUPS, SIGNAL_KINDS, type SignalKind } from '#shared/domain/profile'
import { Card } from '#renderer/ui/card'
import { NumberField } from '#renderer/ui/number-field'
import { RulesEffect } from './rules-effect.tsx'
import { SaveBar } from './save-bar.tsx'
import { useSaveRules } from './use-save-rules.ts'
import styles from './settings.module.css'

type Score = Output<'rules.get'>['score']
type Props = { call: Call; score: Score; mayChange: boolean; onSaved: () => void }

/** Points and half-life of what a lead did. */
export function SignalsEditor({ call, score, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const [draft, set] = useState({ signals: score.signals, readingCap: score.readingCap })
  const nameOf = (subject: string) =>
    subject === 'readingCap' ? t('settings.readingCap') : t(`settings.signal.${subject as SignalKind}`)
  const { save, refused, clear } = useSaveRules(call, nameOf, onSaved)
  const change = (kind: SignalKind, part: Partial<Score['signals'][SignalKind]>) =>
    set(({ signals, ...rest }) => ({
      ...rest,
      signals: { ...signals, [kind]: { ...signals[kind], ...part } },
    }))
  const isChanged =
    JSON.stringify(draft) !== JSON.stringify({ signals: score.signals, readingCap: score.readingCap })
  return (
    <Card title={t('settings.signals')}>
      <p className={styles.note}>{t('settings.signalsNote')}</p>
      <div className={styles.groups}>
        {SIGNAL_GROUPS.map((group) => (
          <table key={group} className={styles.signals}>
            <thead>
              <tr>
                <th scope="col">{t(`settings.group.${group}`)}</th>
                <th scope="col">{t('settings.points')}</th>
                <th scope="col">{t('settings.halfLife')}</th>
              </tr>
            </thead>
            <tbody>
              {SIGNAL_KINDS.filter((kind) => draft.signals[kind].group === group).map((kind) => (
                <tr key={kind}>
                  <th scope="row">{nameOf(kind)}</th>
                  <td>
                    <NumberField
                      bareLabel
                      label={t('settings.signalPointsOf', { signal: nameOf(kind) })}
                      value={draft.signals[kind].points}
                      onChange={(value) => change(kind, { points: value ?? 0 })}
                      isReadOnly={!mayChange}
                    />
                  </td>
                  <td>
                    <NumberField
                      bareLabel
                      label={t('settings.halfLifeOf', { signal: nameOf(kind) })}
                      value={draft.signals[kind].halfLifeDays}
                      onChange={(value) => change(kind, { halfLifeDays: value ?? 0 })}
                      isReadOnly={!mayChange}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <div className={styles.small}>
        <NumberField
          label={t('settings.readingCap')}
          hint={t('settings.readingCapHint')}
          value={draft.readingCap}
          onChange={(value) => set((before) => ({ ...before, readingCap: value ?? 0 }))}
          isReadOnly={!mayChange}
        />
      </div>
      <SaveBar
        isChanged={isChanged}
        refused={refused}
        effect={<RulesEffect call={call} profile={{ ...score, ...draft }} />}
        onSave={() => void save({ kind: 'score', data: { ...score, ...draft } })}
        onDiscard={() => {
          set({ signals: score.signals, readingCap: score.readingCap })
          clear()
        }}
      />
    </Card>
  )
}
