import { useTranslation } from 'react-i18next'

import { Card } from '#renderer/ui/card'
import { Chip } from '#renderer/ui/chip'
import { Disclosure } from '#renderer/ui/disclosure'
import { Shown } from '#renderer/ui/shown'
import type { PartProps } from '../part-props.ts'
import { askPolicy, type Policy } from './calling.tsx'
import { useAsked } from './use-asked.ts'
import { useNames } from './words.ts'
import styles from './calling.module.css'

/** Which years of which countries are known, and by what law. */
export function Holidays({ call, host }: PartProps) {
  const [policy, load] = useAsked(call, host, askPolicy)
  return (
    <Shown of={policy} onRetry={load} rows={3}>
      {({ holidays }) => <Known holidays={holidays} />}
    </Shown>
  )
}

function Known({ holidays }: Pick<Policy, 'holidays'>) {
  const { t } = useTranslation()
  const { countryName } = useNames([])
  const lacking = holidays.filter((each) => each.lacking.length > 0)
  return (
    <Card title={t('calling.holidays')}>
      <p className={styles.note}>{t('calling.holidaysNote')}</p>
      <ul className={styles.files}>
        {lacking.map(({ country, lacking: years }) => (
          <li key={country}>
            <b>{countryName(country)}</b>
            {years.map(({ year, known }) => (
              <Chip key={year} tone="warn">
                {t(`calling.year.${known}`, { year })}
              </Chip>
            ))}
          </li>
        ))}
      </ul>
      <Disclosure title={t('calling.sources')} summary={t('calling.countries', { count: holidays.length })}>
        <ul className={styles.rules}>
          {holidays.map(({ country, source, regions, years }) => (
            <li key={country}>
              <b>{countryName(country)}</b> {years[0]}–{years.at(-1)}
              {regions > 0 && ` · ${t('calling.regions', { count: regions })}`}
              <p className={styles.quiet}>{source}</p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </Card>
  )
}
