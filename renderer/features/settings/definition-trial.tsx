import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Answer, Definition } from '#shared/domain/bant'
import { boardOf } from '#shared/domain/board'
import { isOneOf } from '#shared/lib/table'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { frameworkName, gateWords } from '#renderer/ui/gate-words'
import { Meter } from '#renderer/ui/meter'
import { Select } from '#renderer/ui/select'
import type { DefinitionWords } from './definition-words.ts'
import styles from './settings.module.css'

const STATES = ['not_asked', 'unknown', 'declined'] as const

/** Answers as of now, so that nothing of it is stale. */
const answerOf = (criterion: string, said: string): Answer => ({
  criterion,
  state: isOneOf(STATES, said) ? said : 'answered',
  grade: isOneOf(STATES, said) ? null : said,
  at: 0,
  date: null,
  borrowed: false,
})

/** A lead that is not there, judged by what stands in the editor: score, gates and the refusal in words. */
export function DefinitionTrial({ definition, words }: { definition: Definition; words: DefinitionWords }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [said, say] = useState<Readonly<Record<string, string>>>({})
  const { criteria, threshold } = definition
  const given = criteria.map(({ id }) => answerOf(id, said[id] ?? 'not_asked'))
  const board = boardOf(definition, given, 0, 'UTC')
  const framework = definition.name ?? frameworkName(definition.framework, t)
  const figures = {
    framework,
    now: format.points(board.now),
    possible: format.points(board.possible),
    threshold,
  }
  const missing = [
    ...(board.atThreshold ? [] : [t('call.refusal.proof-bant', figures)]),
    ...board.unpassedGates.map((id) => gateWords(id, definition, t, words)),
  ]
  return (
    <Disclosure title={t('definition.trial')}>
      <div className={styles.stack}>
        <p className={styles.hint}>{t('definition.trialHint')}</p>
        <div className={styles.weights}>
          {criteria.map(({ id, grades }) => (
            <Select
              key={id}
              label={words.criterion(id)}
              options={[
                ...grades.map((grade) => ({ id: grade.id, name: words.grade(grade.id) })),
                { id: 'not_asked', name: t('definition.notAsked') },
                { id: 'unknown', name: t('call.unknownShort') },
                { id: 'declined', name: t('call.declinedShort') },
              ]}
              value={said[id] ?? 'not_asked'}
              onChange={(answer) => say((before) => ({ ...before, [id]: answer }))}
            />
          ))}
        </div>
        <div role="status" className={styles.outcome}>
          <Meter
            now={board.now / 100}
            possible={board.possible / 100}
            threshold={threshold}
            label={t('definition.trialScore', figures)}
          />
          <p>{t('definition.trialScore', figures)}</p>
          <p className={missing.length === 0 ? styles.good : styles.warn}>
            {missing.length === 0
              ? t('definition.trialPasses')
              : t('definition.trialLacks', { missing: missing.join('; ') })}
          </p>
          {!board.canQualify && <p className={styles.warn}>{t('definition.trialOut')}</p>}
        </div>
      </div>
    </Disclosure>
  )
}
