import { useTranslation } from 'react-i18next'

import type { Definition } from '#shared/domain/bant'
import { effectOf } from '#shared/domain/definition'
import { sum } from '#shared/lib/sum'
import type { DefinitionWords } from './definition-words.ts'
import styles from './settings.module.css'

/** What the figures come to, in words: how many of them pass, hidden vetoes, gates, and what nobody changes. */
export function DefinitionEffect({ definition, words }: { definition: Definition; words: DefinitionWords }) {
  const { t } = useTranslation()
  const { criteria, weights, threshold } = definition
  const total = sum(Object.values(weights))
  const { any, vetoes } = effectOf(definition)
  const gates = criteria.flatMap(({ id, gate }) =>
    gate === null ? [] : [`${words.criterion(id)}: ${gate.map(words.grade).join(' / ')}`],
  )
  return (
    <div className={styles.effect}>
      <div role="status">
        {total === 100 && any !== null && <p>{t('definition.anyOf', { any, of: criteria.length })}</p>}
        {total === 100 &&
          vetoes.map(({ criterion, others, points }) => (
            <p key={criterion} className={styles.warn}>
              {t('definition.veto', {
                criterion: words.criterion(criterion),
                others: others.map(words.criterion).join(' + '),
                points,
                threshold,
              })}
            </p>
          ))}
        <p>
          {gates.length > 0 ? t('definition.gates', { gates: gates.join('; ') }) : t('definition.noGates')}
        </p>
      </div>
      <p className={styles.hint}>{t('definition.proofs')}</p>
    </div>
  )
}
