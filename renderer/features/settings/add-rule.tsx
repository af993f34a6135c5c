import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import type { Field } from './fit-lines.ts'
import { useRuleName } from './use-rule-name.ts'
import styles from './scoring.module.css'

/** Any field can have a rule, but for those that must not decide who is called; these say why. */
export function AddRule({ fields, onAdd }: { fields: readonly Field[]; onAdd: (rule: string) => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useRuleName()
  const allowed = fields.filter(({ refused }) => refused === null)
  const refused = fields.flatMap(({ rule, refused: why }) =>
    why === null ? [] : t('scoring.never', { column: rule, why: t(`scoring.why.${why}`) }),
  )
  return (
    <div className={styles.add}>
      <Select
        label={t('scoring.add')}
        placeholder={t('scoring.addWhich')}
        options={allowed.map(({ rule, known, of }) => ({
          id: rule,
          name: nameOf(rule),
          note: of > 0 ? t('scoring.knownOf', { share: format.percent(known / of) }) : undefined,
        }))}
        value={null}
        onChange={onAdd}
      />
      {refused.length > 0 && (
        <p className={styles.quiet}>{t('scoring.refusedColumns', { columns: refused.join(' · ') })}</p>
      )}
    </div>
  )
}
