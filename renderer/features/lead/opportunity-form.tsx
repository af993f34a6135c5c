import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { DateField } from '#renderer/ui/date-field'
import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import { CURRENCIES, MINOR } from '../../ui/currencies.ts'
import type { LeadState, Opportunity } from './lead-store.ts'
import styles from './lead.module.css'

const UNITS = ['money', 'percent', 'hours', 'units'] as const

type Props = { saved: Opportunity | null; currency: string | null; save: LeadState['saveOpportunity'] }

const blank = (currency: string | null): Opportunity => ({
  problem: '',
  sizeValue: null,
  sizeUnit: null,
  consent: false,
  amountMinor: null,
  currency,
  expectedClose: null,
  contractReference: null,
  contractDate: null,
})

/** Problem, size and worth; then the contract. Saved as a whole, with every earlier state kept. */
export function OpportunityForm({ saved, currency, save }: Props) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const start = saved ?? blank(currency ?? 'EUR')
  const [draft, set] = useState(start)
  const change = (part: Partial<Opportunity>) => set((before) => ({ ...before, ...part }))
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start)
  const keep = async () => {
    await save(draft)
    say(t('lead.saved'))
  }
  usePrimaryKey(isChanged ? () => void keep() : null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void keep()
  }
  return (
    <Card title={t('lead.opportunity')}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.hint}>{t('lead.opportunityHint')}</p>
        <TextField
          label={t('lead.problem')}
          rows={2}
          value={draft.problem}
          onChange={(problem) => change({ problem })}
        />
        <div className={styles.pair}>
          <NumberField
            label={t('lead.size')}
            value={draft.sizeValue}
            onChange={(sizeValue) => change({ sizeValue, sizeUnit: draft.sizeUnit ?? 'hours' })}
          />
          <Select
            label={t('lead.sizeUnit')}
            options={UNITS.map((id) => ({ id, name: t(`lead.sizeUnits.${id}`) }))}
            value={draft.sizeUnit}
            placeholder={t('common.choose')}
            onChange={(sizeUnit) => change({ sizeUnit })}
          />
        </div>
        <Checkbox isSelected={draft.consent} onChange={(consent) => change({ consent })}>
          {t('lead.consent')}
        </Checkbox>
        <div className={styles.triple}>
          <NumberField
            label={t('lead.amount')}
            decimals={2}
            value={draft.amountMinor === null ? null : draft.amountMinor / MINOR}
            onChange={(amount) =>
              change({ amountMinor: amount === null ? null : Math.round(amount * MINOR) })
            }
          />
          <Select
            label={t('lead.currency')}
            options={CURRENCIES.map((id) => ({ id, name: id }))}
            value={CURRENCIES.find((id) => id === draft.currency) ?? null}
            onChange={(currency) => change({ currency })}
          />
          <DateField
            label={t('lead.expectedClose')}
            value={draft.expectedClose ?? ''}
            onChange={(day) => change({ expectedClose: day || null })}
          />
        </div>
        <div className={styles.pair}>
          <TextField
            label={t('lead.contractReference')}
            value={draft.contractReference ?? ''}
            onChange={(text) => change({ contractReference: text || null })}
          />
          <DateField
            label={t('lead.contractDate')}
            value={draft.contractDate ?? ''}
            onChange={(day) => change({ contractDate: day || null })}
          />
        </div>
        <div className={styles.actions}>
          <Button type="submit" kbd={PRIMARY_KEY} isDisabled={!isChanged}>
            {t('lead.save')}
          </Button>
          {isChanged && <span className={styles.quiet}>{t('lead.unsaved')}</span>}
        </div>
      </form>
    </Card>
  )
}
