import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { CURRENCIES, MINOR } from '../../ui/currencies.ts'
import { Ground } from './ground.tsx'
import type { ImportState } from './import-store.ts'
import type { Draft } from './plan-draft.ts'
import styles from './import.module.css'

const NOBODY = 'nobody'

type Props = { draft: Draft; decide: ImportState['decide']; state: Output<'app.state'> }

/** What holds for every row that does not say otherwise; shut, it says what was set. */
export function Defaults({ draft, decide, state }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { source, ownerId, cost, basis } = draft
  const reps = state.reps.filter(({ active }) => active)
  const set = [
    source.trim(),
    reps.find(({ id }) => id === ownerId)?.name,
    cost && format.money(cost.minor, cost.currency),
    basis.trim(),
    draft.ground && t(`calling.basisKind.${draft.ground.kind}`),
  ].filter(Boolean)
  const currency = CURRENCIES.find((id) => id === cost?.currency) ?? 'EUR'
  return (
    <Disclosure
      title={t('import.defaults')}
      summary={set.length > 0 ? set.join(' · ') : t('import.defaultsNone')}
      startsOpen={set.length > 0}
    >
      <div className={styles.destination}>
        <TextField
          label={t('import.source')}
          value={source}
          maxLength={200}
          onChange={(source) => decide({ source })}
        />
        <Select
          label={t('import.owner')}
          options={[
            { id: NOBODY, name: t('import.ownerNobody') },
            ...reps.map(({ id, name }) => ({ id, name })),
          ]}
          value={ownerId ?? NOBODY}
          onChange={(id) => decide({ ownerId: id === NOBODY ? null : id })}
        />
        <div className={styles.money}>
          <NumberField
            label={t('import.cost')}
            decimals={2}
            value={cost === null ? null : cost.minor / MINOR}
            onChange={(amount) =>
              decide({ cost: amount === null ? null : { minor: Math.round(amount * MINOR), currency } })
            }
          />
          <Select
            label={t('import.currency')}
            options={CURRENCIES.map((id) => ({ id, name: id }))}
            value={currency}
            isDisabled={cost === null}
            onChange={(currency) => cost && decide({ cost: { ...cost, currency } })}
          />
        </div>
        <TextField
          label={t('import.basis')}
          hint={t('import.basisHint')}
          value={basis}
          maxLength={200}
          onChange={(basis) => decide({ basis })}
        />
        <Ground {...{ decide }} ground={draft.ground} />
      </div>
    </Disclosure>
  )
}
