import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { areHours } from '#shared/domain/rep-hours'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Select } from '#renderer/ui/select'
import { HoursFields } from './hours-fields.tsx'
import styles from './settings.module.css'

type Rows = Output<'hours.list'>

/** When somebody works: what they promised is the team's while they are away. A team lead says it for anybody. */
export function HoursSettings({ call, atDeskId }: { call: Call; atDeskId: string }) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [rows, setRows] = useState<Rows>([])
  const [repId, choose] = useState(atDeskId)
  const [draft, set] = useState<Rows[number]['hours'] | null>(null)
  useEffect(() => {
    let isGone = false
    void call('hours.list', {}).then((all) => !isGone && setRows(all))
    return () => void (isGone = true)
  }, [call, atDeskId])

  const row = rows.find((each) => each.repId === repId)
  if (!row) return null
  const hours = draft ?? row.hours
  const save = async () => {
    const saved = await call('hours.save', { repId, hours })
    setRows((all) =>
      all.map((each) => (each.repId === repId ? { ...each, hours: saved, usual: false } : each)),
    )
    set(null)
    notify({ text: t('hours.saved', { name: row.name }) })
  }
  return (
    <Card title={t('hours.title')}>
      <div className={styles.stack}>
        {rows.length > 1 && (
          <div className={styles.small}>
            <Select
              label={t('hours.whose')}
              options={rows.map((each) => ({ id: each.repId, name: each.name }))}
              value={repId}
              onChange={(id) => {
                choose(id)
                set(null)
              }}
            />
          </div>
        )}
        <HoursFields hours={hours} onChange={set} />
        <p className={styles.hint}>{t(row.usual ? 'hours.hintUsual' : 'hours.hint')}</p>
        <div className={styles.actions}>
          <Button look="go" isDisabled={!areHours(hours)} onPress={() => void save()}>
            {t('hours.save')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
