import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { Chip } from '#renderer/ui/chip'
import { cx } from '#renderer/ui/cx'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { useRuleName } from './use-rule-name.ts'
import styles from './scoring.module.css'

type Field = Output<'rules.suggest'>['fields'][number]

/** Every value with how its leads ended, n and interval; of too few it is hollow and says nothing. */
export function Lifts({ fields }: { fields: readonly Field[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useRuleName()
  const between = (interval: { low: number; high: number } | null, words: (end: number) => string) =>
    interval ? `${words(interval.low)}–${words(interval.high)}` : ''
  return fields.map(({ rule, values }) => (
    <Disclosure key={rule} title={nameOf(rule)} summary={t('scoring.values', { count: values.length })}>
      <table className={styles.lifts}>
        <caption className="sr-only">{nameOf(rule)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scoring.value')}</th>
            <th scope="col">{t('scoring.share')}</th>
            <th scope="col">{t('scoring.lift')}</th>
            <th scope="col">n</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ value, good, n, interval, lift, liftInterval, thin, verdict }) => (
            <tr key={value} className={cx(thin && styles.thin)}>
              <th scope="row" dir="auto">
                {value}
              </th>
              <td>
                {n > 0 && format.percent(good / n)} <small>{between(interval, format.percent)}</small>
              </td>
              <td>
                {lift === null ? '–' : format.decimal(lift)}{' '}
                <small>{between(liftInterval, format.decimal)}</small>{' '}
                {verdict && (
                  <Chip tone={verdict === 'above' ? 'good' : 'warn'}>{t(`scoring.verdict.${verdict}`)}</Chip>
                )}
              </td>
              <td>{thin ? t('scoring.thinOf', { n: format.number(n) }) : format.number(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Disclosure>
  ))
}
