import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { CRM_VERDICTS } from '#shared/domain/import/verdict-words'
import { HISTORY_OUTCOMES } from '#shared/domain/import/outcome-words'
import { fold } from '#shared/lib/fold'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import type { Option } from '#renderer/ui/select'
import { HistoryAsked } from './history-asked.tsx'
import type { History, HistoryFound } from './use-history.ts'
import styles from './import.module.css'

type Props = { found: HistoryFound; history: History; isDone: boolean } & Pick<
  Output<'app.state'>,
  'reps' | 'outcomes'
>

/** What of a call history comes in, what is asked, and which rows cannot be used. */
export function HistoryFoundCard({ found, history, reps, outcomes, isDone }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { rows, counts, leads, claims, errors } = found
  // Below a table of columns nobody would see that it came.
  const told = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // What it gives back (a promise, of late) is no clean-up.
    told.current?.scrollIntoView?.({ block: 'nearest' })
  }, [found, isDone])
  const title = () => {
    const count = counts.call + counts.verdict
    if (onlyVerdicts(counts)) return t(isDone ? 'import.verdictsDone' : 'import.verdictsWould', { count })
    return t(isDone ? 'import.historyDone' : 'import.historyWould', { count })
  }
  return (
    <>
      <Card title={title()}>
        <div className={styles.values}>
          <p role="status" ref={told}>
            {t('import.historyRows', {
              count: rows,
              parts: PARTS.filter((part) => counts[part] > 0)
                .map((part) => t(`import.historyPart.${part}`, { count: counts[part] }))
                .join(' + '),
            })}{' '}
            {t('import.historyLeads', { count: leads })}
          </p>
          {claims.leads > 0 && (
            <p>{t(claims.stay ? 'import.historyStay' : 'import.historyClaims', { count: claims.leads })}</p>
          )}
        </div>
      </Card>
      {!isDone && <Asked {...{ found, history, reps, outcomes }} />}
      {errors.length > 0 && (
        <Card title={t('import.historyErrors')} flush>
          <div className={styles.preview} role="region" tabIndex={0} aria-label={t('import.historyErrors')}>
            <table className={styles.table}>
              <tbody>
                {errors.map(({ line, cells, problem }) => (
                  <tr key={line}>
                    <td className={styles.line}>{format.number(line)}</td>
                    <td className={styles.cell}>{cells.join(' · ')}</td>
                    <td className={styles.wrong}>{t(`import.historyProblem.${problem}`)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
    </>
  )
}

/** In this order their sum is all rows. */
const PARTS = ['call', 'verdict', 'none', 'duplicate', 'error'] as const

/** A file of the CRM's results, without a call. */
export const onlyVerdicts = ({ call, verdict }: HistoryFound['counts']): boolean => call === 0 && verdict > 0

/** A select has no way to say null. */
const NOBODY = 'nobody'

/** Names, outcomes and verdicts that nobody here knows: what each stands for. */
function Asked({ found, history, reps, outcomes: inForce }: Omit<Props, 'isDone'>) {
  const { t } = useTranslation()
  const format = useFormat()
  const { choice, say, sayAgent, check } = history
  const again = () => void check()
  const saying = (field: 'outcome' | 'verdict', options: readonly Option[]) => ({
    options,
    times: format.number,
    labelOf: (cell: string) => t('import.valueOf', { cell }),
    meant: (cell: string) => choice[`${field}s`][fold(cell)] ?? null,
    onSay: (cell: string, is: string) => say(field, cell, is),
    onAgain: again,
  })
  const nobody = t(choice.addReps ? 'import.historyAgentJoins' : 'import.historyAgentNobody')
  const own = inForce.filter(({ code, kind, on }) => on && code !== kind).map(({ code }) => code)
  const outcomes = [...HISTORY_OUTCOMES, ...own].map((id) => ({
    id,
    name: id === 'none' ? t('import.historyNoCall') : t(`call.outcome.${id as 'busy'}`),
  }))
  const verdicts = CRM_VERDICTS.map((id) => ({ id, name: t(`import.crmVerdict.${id}`) }))
  return (
    <>
      <HistoryAsked
        title={t('import.historyAgents')}
        cells={found.agents.map(({ name, calls }) => ({ cell: name, calls }))}
        times={(count) => t('import.logCalls', { count })}
        labelOf={(name) => t('import.historyAgentIs', { name })}
        options={[{ id: NOBODY, name: nobody }, ...reps.map(({ id, name }) => ({ id, name }))]}
        meant={(cell) => choice.agents[fold(cell)] ?? NOBODY}
        onSay={(cell, id) => sayAgent(cell, id === NOBODY ? null : id)}
        onAgain={again}
      />
      <HistoryAsked
        title={t('import.historyUnknown')}
        cells={found.outcomes}
        {...saying('outcome', outcomes)}
      />
      <HistoryAsked
        title={t('import.verdictsUnknown')}
        cells={found.verdicts}
        {...saying('verdict', [{ id: '', name: t('import.verdictNone') }, ...verdicts])}
      />
    </>
  )
}
