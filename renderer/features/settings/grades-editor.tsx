import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'

import type { Criterion, Grade, Label } from '#shared/domain/bant'
import { Button } from '#renderer/ui/button'
import { Checkbox } from '#renderer/ui/checkbox'
import { NumberField } from '#renderer/ui/number-field'
import { TextField } from '#renderer/ui/text-field'
import { newGrade, withGrade, withoutGrade } from './definition-draft.ts'
import { useShippedWords, type DefinitionWords } from './definition-words.ts'
import styles from './settings.module.css'

type Props = {
  criterion: Criterion
  words: DefinitionWords
  mayChange: boolean
  onChange: (change: Partial<Criterion>) => void
}

const MOST = 5
const LEAST = 2

/** The grades of a criterion, best first, on keys 1-5. Those of a date can be worth more or less, not others. */
export function GradesEditor({ criterion, words, mayChange, onChange }: Props) {
  const { t } = useTranslation()
  const { id, grades, staleMonths } = criterion
  const mayAdd = mayChange && staleMonths !== null && grades.length < MOST
  const mayRemove = mayChange && staleMonths !== null && grades.length > LEAST
  const add = () => {
    const last = grades.at(-1)
    // Before the one that is worth nothing, which stays last.
    onChange({ grades: [...grades.slice(0, -1), newGrade(criterion), ...(last ? [last] : [])] })
  }
  return (
    <div>
      <ol className={styles.gradeRows}>
        {grades.map((grade) => (
          <GradeRow
            key={grade.id}
            criterion={criterion}
            grade={grade}
            words={words}
            mayChange={mayChange}
            mayRemove={mayRemove}
            onChange={onChange}
          />
        ))}
      </ol>
      {mayAdd && (
        <Button
          small
          aria-label={t('definition.addGradeTo', { criterion: words.criterion(id) })}
          onPress={add}
        >
          {t('definition.addGrade')}
        </Button>
      )}
    </div>
  )
}

type RowProps = Props & { grade: Grade; mayRemove: boolean }

function GradeRow({ criterion, grade, words, mayChange, mayRemove, onChange }: RowProps) {
  const { t } = useTranslation()
  const shipped = useShippedWords()
  const { gate } = criterion
  const name = words.grade(grade.id)
  const label: Label = grade.label ?? {
    en: shipped('grade', grade.id, 'en'),
    es: shipped('grade', grade.id, 'es'),
  }
  const change = (part: Partial<Grade>) => onChange(withGrade(criterion, grade.id, part))
  const pass = (passes: boolean) =>
    onChange({
      gate: criterion.grades
        .map(({ id }) => id)
        .filter((id) => (id === grade.id ? passes : (gate ?? []).includes(id))),
    })
  return (
    <li>
      {(['en', 'es'] as const).map((language) => (
        <TextField
          key={language}
          bareLabel
          label={t(language === 'en' ? 'definition.inEnglish' : 'definition.inSpanish', { what: name })}
          value={label[language]}
          onChange={(text) => change({ label: { ...label, [language]: text } })}
          isReadOnly={!mayChange}
          maxLength={40}
        />
      ))}
      <NumberField
        bareLabel
        label={t('definition.worthOf', { grade: name })}
        value={grade.worth}
        onChange={(worth) => change({ worth: worth ?? 0 })}
        isReadOnly={!mayChange}
      />
      <span aria-hidden="true">%</span>
      {gate !== null && (
        <Checkbox
          aria-label={t('definition.passesOf', { grade: name })}
          isSelected={gate.includes(grade.id)}
          onChange={pass}
          isDisabled={!mayChange}
        >
          {t('definition.passes')}
        </Checkbox>
      )}
      {mayRemove && (
        <Button
          small
          look="quiet"
          icon={<X size={14} aria-hidden />}
          aria-label={t('definition.remove', { what: name })}
          onPress={() => onChange(withoutGrade(criterion, grade.id))}
        />
      )}
    </li>
  )
}
