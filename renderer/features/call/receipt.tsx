import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import type { Card } from '#shared/contract/card'
import { useFormat } from '#renderer/ui/format'
import styles from './side.module.css'

const TITLES = {
  fit: { title: 'call.whyFit', sum: 'call.receiptFit' },
  behaviour: { title: 'call.whyBehaviour', sum: 'call.receiptBehaviour' },
} as const

/** A score, line by line; the lines add up to it. */
export function Receipt({ kind, receipt }: { kind: keyof typeof TITLES; receipt: Card['fit'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { title, sum } = TITLES[kind]
  const total = format.points(receipt.total)
  const [next] = receipt.wouldRaise
  const signed = (points: number) =>
    `${points < 0 ? '−' : points > 0 ? '+' : ''}${format.exactPoints(Math.abs(points))}`
  return (
    <section>
      <h2>{t(title, { fit: total, behaviour: total })}</h2>
      {receipt.lines.length === 0 ? (
        <p className={styles.none}>{t('call.noSignals')}</p>
      ) : (
        <dl className={styles.receipt}>
          {receipt.lines.map((line, at) => (
            // Two rules may be about one field.
            <div key={`${line.rule} ${line.at} ${at}`}>
              <dt>
                {lineWords(line, t)}
                {line.at !== null && <small> {format.day(line.at)}</small>}
              </dt>
              <dd>{signed(line.points)}</dd>
            </div>
          ))}
          <div className={styles.sum}>
            <dt>{t(sum)}</dt>
            <dd>{format.exactPoints(receipt.total)}</dd>
          </div>
        </dl>
      )}
      {receipt.override && (
        <p className={styles.none}>
          {t('scoring.setBy', {
            by: receipt.override.by,
            until: format.moment(receipt.override.until),
            original: format.points(receipt.override.original),
          })}
          {receipt.override.reason && ` ${format.quote(receipt.override.reason)}`}
        </p>
      )}
      {next && (
        <p className={styles.none}>
          {t('scoring.ask', { question: questionFor(next.rule, t), points: format.points(next.points) })}
        </p>
      )}
      {receipt.wouldRaise.length > 0 && (
        <p className={styles.none}>
          {t('call.wouldRaise', {
            rules: receipt.wouldRaise
              .map(({ rule, points }) => `${ruleWords(rule, t)} +${format.points(points)}`)
              .join(', '),
          })}
        </p>
      )}
    </section>
  )
}

const QUESTIONS = ['industry', 'companySize', 'role', 'place', 'source', 'campaign', 'emailDomain'] as const

/** A column asks for itself, by its header. */
function questionFor(rule: string, t: TFunction): string {
  const known = QUESTIONS.find((question) => question === rule)
  return known ? t(`scoring.question.${known}`) : t('scoring.question.other', { column: rule })
}

function lineWords({ rule, value }: Card['fit']['lines'][number], t: TFunction): string {
  if (rule === 'override') return ruleWords(rule, t)
  const signal = t(`queue.signal.${rule}` as 'queue.signal.demo', { defaultValue: '' })
  if (signal) return signal
  const seen = value === 'noTarget' ? t('call.noTarget') : (value ?? t('call.ruleUnknown'))
  return value === rule ? ruleWords(rule, t) : `${ruleWords(rule, t)}: ${seen}`
}

const ruleWords = (rule: string, t: TFunction): string =>
  t(`call.rule.${rule}` as 'call.rule.industry', { defaultValue: rule })
