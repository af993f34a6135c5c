import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { FIELDS, isAdded, rulesFor } from '#shared/domain/import/field'
import { Button } from '#renderer/ui/button'
import { Chip } from '#renderer/ui/chip'
import { Select } from '#renderer/ui/select'
import { meaningOf, type OptionSet } from './option-set.ts'
import type { ColumnPlan, Inspected } from './plan-draft.ts'
import { ValuesDialog } from './values-dialog.tsx'
import { Why } from './why.tsx'
import { wishField, WishIs } from './wish-is.tsx'
import styles from './import.module.css'

/** A select has no way to say null. */
const KEEP = 'keep'
type FieldChoice = Exclude<ColumnPlan['field'], null> | typeof KEEP

type ColumnRowProps = {
  column: Inspected['columns'][number]
  plan: ColumnPlan
  isSaved: boolean
  set: OptionSet | null
  /** Nobody is updated: no rule to choose. */
  withRules: boolean
  onChange: (part: Partial<ColumnPlan>) => void
}

/** A column: what stands in it, what it becomes and why. */
export function ColumnRow({ column, plan, isSaved, set, withRules, onChange }: ColumnRowProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const { index, header, nameless, empty, samples, values } = column
  const name = nameless ? t('import.nameless', { n: index + 1 }) : header
  const options: readonly { id: FieldChoice; name: string }[] = [
    { id: KEEP, name: t('import.keep') },
    { id: 'skip', name: t('import.skip') },
    ...FIELDS.map((id) => ({ id, name: t(`import.field.${id}`) })),
  ]
  const wish = wishField(plan.field)
  const rules = plan.field === 'skip' ? null : rulesFor(plan.field)
  const unknown = set && values?.filter(({ cell }) => meaningOf(cell, set, plan.values) === null).length
  return (
    <tr>
      <th scope="row">{nameless ? <i>{name}</i> : name}</th>
      <td className={styles.samples}>
        {empty ? <Chip tone="warn">{t('import.emptyColumn')}</Chip> : samples.slice(0, 3).join(' · ')}
      </td>
      <td className={styles.field}>
        <Select<FieldChoice>
          bareLabel
          label={t('import.fieldOf', { header: name })}
          options={options}
          value={plan.field ?? KEEP}
          onChange={(id) => onChange({ field: id === KEEP ? null : id, rule: 'fill' })}
        />
        {wish && <WishIs field={wish} {...{ plan, name, onChange }} />}
      </td>
      <td className={styles.why}>
        <Why {...{ column, plan, name, isSaved, onChange }} />
        {set && values && (
          <>
            {' '}
            <Button look="link" onPress={() => setOpen(true)}>
              {unknown
                ? t('import.valuesUnknown', { count: unknown })
                : t('import.values', { count: values.length })}
              <span className="sr-only">: {t('import.valuesOf', { header: name })}</span>
            </Button>
          </>
        )}
        {isOpen && set && values && (
          <ValuesDialog
            {...{ values, set }}
            header={name}
            said={plan.values}
            onSay={(values) => onChange({ values })}
            onClose={() => setOpen(false)}
          />
        )}
      </td>
      {withRules && (
        <td className={styles.rule}>
          {rules?.length === 0 && (
            <span className={styles.quiet}>{t(wish ? 'import.wishAdded' : 'import.onlyNew')}</span>
          )}
          {rules && rules.length > 0 && (
            <Select
              bareLabel
              label={t('import.ruleOf', { header: name })}
              options={rules.map((id) => ({
                id,
                name: t(
                  `import.rules.${plan.field !== 'skip' && isAdded(plan.field) && id === 'fill' ? 'append' : id}`,
                ),
              }))}
              value={rules.includes(plan.rule) ? plan.rule : 'fill'}
              onChange={(rule) => onChange({ rule })}
            />
          )}
        </td>
      )}
    </tr>
  )
}
