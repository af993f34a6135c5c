import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import { mostOf } from '#shared/domain/rule-check'
import { Card } from '#renderer/ui/card'
import { NumberField } from '#renderer/ui/number-field'
import { AddRule } from './add-rule.tsx'
import {
  BUILT_IN_FIELDS,
  draftOf,
  fitOfDraft,
  groupsOf,
  isTooLong,
  LONGEST,
  withLine,
  type Draft,
  type Field,
  type FitLine,
  type Score,
} from './fit-lines.ts'
import { FitRow } from './fit-row.tsx'
import { RulesEffect } from './rules-effect.tsx'
import { SaveBar } from './save-bar.tsx'
import { Suggestions } from './suggestions.tsx'
import { Sum } from './sum.tsx'
import { useRuleName } from './use-rule-name.ts'
import { useSaveRules } from './use-save-rules.ts'
import styles from './scoring.module.css'

type Props = { call: Call; score: Score; mayChange: boolean; onSaved: () => void }

/** Rules over any field, with points and groups; with no target everybody gets half, and that is said. */
export function FitEditor({ call, score, mayChange, onSaved }: Props) {
  const { t } = useTranslation()
  const [draft, set] = useState<Draft>(() => draftOf(score))
  const [fields, setFields] = useState(BUILT_IN_FIELDS)
  const nameOf = useRuleName()
  const { save, refused, clear } = useSaveRules(call, nameOf, onSaved)
  useEffect(() => void call('rules.fields', {}).then(setFields, () => {}), [call])

  const change = (id: number, part: Partial<FitLine>) =>
    set(({ lines, caps }) => ({
      lines: lines.map((line) => (line.id === id ? { ...line, ...part } : line)),
      caps,
    }))
  /** By their order in the saved profile; a rule that is not there any more takes none. */
  const take = (points: readonly (number | null)[]) =>
    set(({ lines, caps }) => ({
      lines: lines.map((line) => ({ ...line, points: points[line.id] ?? line.points })),
      caps,
    }))
  const next = fitOfDraft(draft)
  const long = draft.lines
    .filter(isTooLong)
    .map(({ rule }) => `${nameOf(rule)}: ${t('common.tooLong', { most: LONGEST })}`)
  const { caps: _, ...rest } = score
  const profile = { ...rest, ...next }
  const isChanged = JSON.stringify(next) !== JSON.stringify(fitOfDraft(draftOf(score)))
  return (
    <Card title={t('settings.scoring')} aside={<Sum sum={mostOf(next)} />}>
      <p className={styles.note}>{t('settings.scoringNote')}</p>
      {/* Each field says so itself to whoever hears it. */}
      <div className={styles.head} aria-hidden>
        {(['scoring.rule', 'scoring.how', 'scoring.what', 'scoring.group', 'settings.points'] as const).map(
          (key) => (
            <span key={key}>{t(key)}</span>
          ),
        )}
      </div>
      <ul className={styles.rows} aria-label={t('scoring.rules')}>
        {draft.lines.map((line) => (
          <FitRow
            key={line.id}
            line={line}
            name={nameOf(line.rule)}
            field={fields.find(({ rule }) => rule === line.rule)}
            mayChange={mayChange}
            onChange={(part) => change(line.id, part)}
            onRemove={() =>
              set(({ lines, caps }) => ({ lines: lines.filter(({ id }) => id !== line.id), caps }))
            }
          />
        ))}
      </ul>
      {groupsOf(draft.lines).map((group) => (
        <div key={group} className={styles.cap}>
          <NumberField
            label={t('scoring.capOf', { group })}
            value={draft.caps[group] ?? null}
            onChange={(cap) => set(({ lines, caps }) => ({ lines, caps: { ...caps, [group]: cap } }))}
            isReadOnly={!mayChange}
          />
        </div>
      ))}
      {mayChange && (
        <AddRule
          fields={fields satisfies readonly Field[]}
          onAdd={(rule) => set((before) => withLine(before, rule))}
        />
      )}
      <Suggestions call={call} mayChange={mayChange} onTake={take} />
      <SaveBar
        isChanged={isChanged}
        refused={long.length > 0 ? long : refused}
        effect={long.length === 0 && <RulesEffect call={call} profile={profile} />}
        onSave={() => long.length === 0 && void save({ kind: 'score', data: profile })}
        onDiscard={() => {
          set(draftOf(score))
          clear()
        }}
      />
    </Card>
  )
}
