import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { fold } from '#shared/lib/fold'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Select } from '#renderer/ui/select'
import type { History, HistoryFound } from './use-history.ts'
import styles from './import.module.css'

/** A select has no way to say null. */
const NOBODY = 'nobody'

type Props = { agents: HistoryFound['agents']; reps: Output<'app.state'>['reps']; history: History }

/** Names that nobody on the team has: who each of them is, or what becomes of their calls. */
export function HistoryAgents({ agents, reps, history }: Props) {
  const { t } = useTranslation()
  const { choice, sayAgent, check } = history
  const options = [
    { id: NOBODY, name: t(choice.addReps ? 'import.historyAgentJoins' : 'import.historyAgentNobody') },
    ...reps.map(({ id, name }) => ({ id, name })),
  ]
  return (
    <Card
      title={t('import.historyAgents')}
      flush
      aside={
        <Button small onPress={() => void check()}>
          {t('import.historyAgain')}
        </Button>
      }
    >
      <div className={styles.scroll} role="region" tabIndex={0} aria-label={t('import.historyAgents')}>
        <table className={styles.table}>
          <tbody>
            {agents.map(({ name, calls }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td className={styles.line}>{t('import.logCalls', { count: calls })}</td>
                <td className={styles.field}>
                  <Select
                    bareLabel
                    label={t('import.historyAgentIs', { name })}
                    options={options}
                    value={choice.agents[fold(name)] ?? NOBODY}
                    onChange={(id) => sayAgent(name, id === NOBODY ? null : id)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
