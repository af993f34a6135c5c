import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { cx } from '#renderer/ui/cx'
import { Disclosure } from '#renderer/ui/disclosure'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Segmented } from '#renderer/ui/segmented'
import { Shown } from '#renderer/ui/shown'
import { Lifts } from './lifts.tsx'
import { useRuleName } from './use-rule-name.ts'
import styles from './scoring.module.css'

type Told = Output<'rules.suggest'>
type Props = { call: Call; mayChange: boolean; onTake: (points: readonly (number | null)[]) => void }
const GOALS = ['won', 'sql'] as const

/** What the team's own won and lost leads say, once somebody asks for it, beside the points as they are; only a person takes it over. */
export function Suggestions(props: Props) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  return (
    <Disclosure title={t('scoring.suggest')}>
      {isAsked ? (
        <Asked {...props} />
      ) : (
        <Button small onPress={() => setAsked(true)}>
          {t('scoring.suggestAsk')}
        </Button>
      )}
    </Disclosure>
  )
}

function Asked({ call, mayChange, onTake }: Props) {
  const { t } = useTranslation()
  const [goal, setGoal] = useState<(typeof GOALS)[number]>('won')
  const [told, set] = useState<Loaded<Told>>(LOADING)
  const load = async () => set(await loaded(call('rules.suggest', { goal })))
  useEffect(() => void loaded(call('rules.suggest', { goal })).then(set), [call, goal])
  return (
    <>
      <Segmented
        label={t('scoring.suggestGoal')}
        options={GOALS.map((id) => ({ id, name: t(`scoring.goal.${id}`) }))}
        value={goal}
        onChange={setGoal}
      />
      <Shown of={told} onRetry={() => void load()} rows={4}>
        {(value) => <Answer told={value} mayChange={mayChange} onTake={onTake} />}
      </Shown>
    </>
  )
}

function Answer({ told, mayChange, onTake }: { told: Told } & Pick<Props, 'mayChange' | 'onTake'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useRuleName()
  const { good, n, leftOut, rules, fields } = told
  const isAny = rules.some(({ suggested, points }) => suggested !== null && suggested !== points)
  if (n === 0) return <p className={styles.quiet}>{t('scoring.suggestNone')}</p>
  return (
    <>
      <p className={styles.quiet}>
        {t('scoring.suggestFrom', { good: format.number(good), n: format.number(n) })}{' '}
        {leftOut > 0 && t('scoring.leftOut', { count: leftOut })}
      </p>
      <table className={styles.lifts}>
        <caption className="sr-only">{t('scoring.suggest')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scoring.rule')}</th>
            <th scope="col">{t('scoring.pointsNow')}</th>
            <th scope="col">{t('scoring.pointsSuggested')}</th>
            <th scope="col">{t('scoring.lift')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, points, suggested, match }, at) => (
            <tr key={`${rule} ${at}`} className={cx(match.thin && styles.thin)}>
              <th scope="row">{nameOf(rule)}</th>
              <td>{points}</td>
              <td>{suggested ?? t(match.thin ? 'scoring.tooFew' : 'scoring.stays')}</td>
              <td>
                {match.lift === null ? '–' : format.decimal(match.lift)}{' '}
                <small>{t('scoring.of', { n: format.number(match.n) })}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && isAny && (
        <Button small onPress={() => onTake(rules.map(({ suggested }) => suggested))}>
          {t('scoring.take')}
        </Button>
      )}
      <Lifts fields={fields} />
    </>
  )
}
