import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { SUGGESTED } from '#shared/domain/retention'
import { Card } from '#renderer/ui/card'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import type { PartProps } from '../part-props.ts'
import { DryRun } from './dry-run.tsx'
import { KeepingLine } from './keeping-line.tsx'
import styles from './erasing.module.css'

type Rules = Output<'retention.get'>

/** After how many months the leads of each list are closed and its people erased, and what that would come to now. */
export function Retention({ call, host }: PartProps) {
  const { t } = useTranslation()
  const [rules, set] = useState<Loaded<Rules>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('retention.get', {}))), [call])
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('rules')) void load()
    })
  }, [host, load])
  return (
    <Shown of={rules} onRetry={() => void load()} rows={6}>
      {(found) => (
        <>
          <Card title={t('retention.title')}>
            <p className={styles.note}>{t('retention.note', { months: SUGGESTED.erase })}</p>
            <Lines call={call} rules={found} />
          </Card>
          <DryRun call={call} host={host} version={JSON.stringify(found)} />
        </>
      )}
    </Shown>
  )
}

function Lines({ call, rules: { standard, lists } }: { call: Call; rules: Rules }) {
  const { t } = useTranslation()
  return (
    <ul className={styles.rows}>
      <KeepingLine
        key={JSON.stringify(standard)}
        call={call}
        listId={null}
        name={t('retention.standard')}
        own={standard}
        standard={null}
      />
      {lists.map(({ listId, name, own }) => (
        <KeepingLine
          key={`${listId} ${JSON.stringify([own, standard])}`}
          call={call}
          listId={listId}
          name={name}
          own={own}
          standard={standard}
        />
      ))}
    </ul>
  )
}
