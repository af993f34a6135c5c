import { useTranslation } from 'react-i18next'

import type { Criterion, Definition } from '#shared/domain/bant'
import { COMMANDS } from '#shared/domain/command'
import { Button } from '#renderer/ui/button'
import { Disclosure } from '#renderer/ui/disclosure'
import { Select } from '#renderer/ui/select'
import { CriterionEditor } from './criterion-editor.tsx'
import { newCriterion, withCriterion, withNew, withoutCriterion } from './definition-draft.ts'
import { useShippedWords, type DefinitionWords } from './definition-words.ts'
import { useLanguage } from '#renderer/ui/use-language'
import type { Got } from './qualification.tsx'
import styles from './settings.module.css'

type Props = {
  definition: Definition
  got: Got
  words: DefinitionWords
  mayChange: boolean
  onChange: (definition: Definition) => void
}

const NEW = '+'
const TAKEN = new Set(
  COMMANDS.filter(({ when, id }) => when === 'desk' && !id.startsWith('open.')).flatMap(({ keys }) => keys),
)

/** Each criterion with its grades, gate and age. One that another framework asks for brings its answers along. */
export function CriteriaEditor({ definition, got, words, mayChange, onChange }: Props) {
  const { t } = useTranslation()
  const shipped = useShippedWords()
  const language = useLanguage()
  const { criteria } = definition
  const known = got.frameworks
    .flatMap(({ versions }): readonly Criterion[] => versions[0]?.definition.criteria ?? [])
    .filter(({ id }, at, all) => all.findIndex((one) => one.id === id) === at)
    .filter(({ id }) => criteria.every((one) => one.id !== id))
  const add = (id: string) =>
    onChange(withNew(definition, known.find((one) => one.id === id) ?? newCriterion(criteria, TAKEN)))
  return (
    <div className={styles.criteria}>
      <h3>{t('definition.criteria')}</h3>
      {criteria.map((criterion) => (
        <Disclosure
          key={criterion.id}
          title={words.criterion(criterion.id)}
          summary={t(criterion.gate ? 'definition.summaryGate' : 'definition.summary', {
            weight: definition.weights[criterion.id] ?? 0,
            count: criterion.grades.length,
          })}
        >
          <CriterionEditor
            criterion={criterion}
            framework={definition.framework}
            words={words}
            mayChange={mayChange}
            onChange={(change) => onChange(withCriterion(definition, criterion.id, change))}
          />
          {mayChange && criteria.length > 1 && (
            <Button small look="danger" onPress={() => onChange(withoutCriterion(definition, criterion.id))}>
              {t('definition.remove', { what: words.criterion(criterion.id) })}
            </Button>
          )}
        </Disclosure>
      ))}
      {mayChange && (
        <div className={styles.small}>
          <Select
            label={t('definition.addCriterion')}
            placeholder={t('definition.whichCriterion')}
            options={[
              ...known.map(({ id, label }) => ({
                id,
                name: label?.[language] ?? shipped('criterion', id, language),
                note: t('definition.knownCriterion'),
              })),
              { id: NEW, name: t('definition.newCriterion') },
            ]}
            value={null}
            onChange={add}
          />
        </div>
      )}
    </div>
  )
}
