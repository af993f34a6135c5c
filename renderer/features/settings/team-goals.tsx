import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Goals } from '#shared/domain/settings'
import { Card } from '#renderer/ui/card'
import { NumberField } from '#renderer/ui/number-field'
import { AIMS, within } from './aims.ts'
import styles from './settings.module.css'

type Rows = Output<'goals.list'>

/** A team lead sets what a day of each rep aims at. */
export function TeamGoals({ call, atDeskId }: { call: Call; atDeskId: string }) {
  const { t } = useTranslation()
  const [rows, setRows] = useState<Rows>([])
  useEffect(() => {
    let isGone = false
    const load = async () => {
      const all = await call('goals.list', {})
      if (!isGone) setRows(all.filter(({ repId }) => repId !== atDeskId))
    }
    void load()
    return () => void (isGone = true)
  }, [call, atDeskId])

  const change = (repId: string, goals: Goals) => {
    setRows((all) => all.map((row) => (row.repId === repId ? { ...row, goals } : row)))
    void call('goals.save', { repId, goals })
  }
  if (rows.length === 0) return null
  return (
    <Card title={t('settings.team')}>
      <table className={styles.signals}>
        <thead>
          <tr>
            <th scope="col">{t('settings.name')}</th>
            {AIMS.map((aim) => (
              <th key={aim} scope="col">
                {t(`settings.goal.${aim}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ repId, name, goals }) => (
            <tr key={repId}>
              <th scope="row">{name}</th>
              {AIMS.map((aim) => (
                <td key={aim}>
                  <NumberField
                    bareLabel
                    label={t(`settings.goalOf.${aim}`, { name })}
                    value={goals[aim]}
                    onChange={(value) => change(repId, { ...goals, [aim]: within(value) })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.hint}>{t('settings.teamHint')}</p>
    </Card>
  )
}
