import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { HISTORY_OUTCOMES } from '#shared/domain/import/outcome-words'
import { fold } from '#shared/lib/fold'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useFormat } from '#renderer/ui/format'
import { Select } from '#renderer/ui/select'
import { HistoryAgents } from './history-agents.tsx'
import type { History, HistoryFound } from './use-history.ts'
import styles from './import.module.css'

type Props = { found: HistoryFound; history: History; reps: Output<'app.state'>['reps']; isDone: boolean }

/** What of a call history comes in, what is asked, and which rows cannot be used. */
export function HistoryFoundCard({ found, history, reps, isDone }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const { rows, counts, leads, claims, agents, outcomes, errors } = found
  const { choice, say, check } = history
  const options = HISTORY_OUTCOMES.map((id) => ({
    id,
    name: id === 'none' ? t('import.historyNoCall') : t(`call.outcome.${id}`),
  }))
  return (
    <>
      <Card title={t(isDone ? 'import.historyDone' : 'import.historyWould', { count: counts.call })}>
        <div className={styles.values}>
          <p role="status">
            {t('import.historySum', {
              rows: format.number(rows),
              call: format.number(counts.call),
              none: format.number(counts.none),
              duplicate: format.number(counts.duplicate),
              error: format.number(counts.error),
            })}{' '}
            {t('import.historyLeads', { count: leads })}
          </p>
          {claims.leads > 0 && (
            <p>{t(claims.stay ? 'import.historyStay' : 'import.historyClaims', { count: claims.leads })}</p>
          )}
        </div>
      </Card>
      {agents.length > 0 && !isDone && <HistoryAgents {...{ agents, reps, history }} />}
      {outcomes.length > 0 && !isDone && (
        <Card
          title={t('import.historyUnknown')}
          flush
          aside={
            <Button small onPress={() => void check()}>
              {t('import.historyAgain')}
            </Button>
          }
        >
          <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('import.historyUnknown')}>
            <table className={styles.table}>
              <tbody>
                {outcomes.map(({ cell, calls }) => (
                  <tr key={cell}>
                    <th scope="row">{cell || t('import.cellBlank')}</th>
                    <td className={styles.line}>{format.number(calls)}</td>
                    <td className={styles.field}>
                      <Select
                        bareLabel
                        label={t('import.valueOf', { cell })}
                        options={options}
                        value={options.find(({ id }) => id === choice.outcomes[fold(cell)])?.id ?? null}
                        placeholder={t('import.valueUnknown')}
                        onChange={(is) => say(cell, is)}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Card>
      )}
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
