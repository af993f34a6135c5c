import { MapPin, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Select } from '#renderer/ui/select'
import { Skeleton } from '#renderer/ui/skeleton'
import type { PartProps } from '../part-props.ts'
import styles from '../settings.module.css'
import own from './territories.module.css'
import { AreaFields } from './area-fields.tsx'
import { areasOf, draftsOf, NOTHING, type AreaDraft } from './area-text.ts'
import { TerritoryPreview } from './territory-preview.tsx'
import { useOffered } from './use-offered.ts'

type Rows = Output<'territories.get'>
const MOST_AREAS = 20

/** Whom the queue brings to whom: a rep at a time, with what it would come to before it is saved. */
export function Territories({ call, atDeskId, lists, mayChange }: PartProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [rows, setRows] = useState<Rows | null>(null)
  const [repId, choose] = useState(atDeskId)
  const [draft, set] = useState<AreaDraft[] | null>(null)
  const offered = useOffered(call, lists)
  useEffect(() => {
    let isGone = false
    void call('territories.get', {}).then((all) => !isGone && setRows(all))
    return () => void (isGone = true)
  }, [call, atDeskId])

  const row = rows?.find((each) => each.repId === repId)
  if (!rows || !row) return <Skeleton rows={4} label={t('common.loading')} />
  const drafts = draft ?? draftsOf(row.areas)
  const areas = areasOf(drafts)
  const save = async () => {
    await call('territories.save', { repId, areas })
    setRows(rows.map((each) => (each.repId === repId ? { ...each, areas } : each)))
    set(null)
    notify({ text: t('territory.saved', { name: row.name }) })
  }
  const nextId = Math.max(-1, ...drafts.map(({ id }) => id)) + 1
  return (
    <Card title={t('territory.title')}>
      <div className={styles.stack}>
        <p className={styles.hint}>{t('territory.hint')}</p>
        {rows.length > 1 && (
          <div className={styles.small}>
            <Select
              label={t('territory.whose')}
              options={rows.map(({ repId: id, name, areas }) => ({
                id,
                name,
                note:
                  areas.length === 0
                    ? t('territory.everybody')
                    : t('territory.areas', { count: areas.length }),
              }))}
              value={repId}
              onChange={(id) => {
                choose(id)
                set(null)
              }}
            />
          </div>
        )}
        {drafts.length === 0 && (
          <p className={own.everybody}>
            <MapPin size={14} aria-hidden /> {t('territory.everybody')}
          </p>
        )}
        {drafts.map((area, at) => (
          <AreaFields
            key={`${repId} ${area.id}`}
            n={at + 1}
            area={area}
            offered={offered}
            mayChange={mayChange}
            onChange={(fields) =>
              set(drafts.map((each) => (each.id === area.id ? { ...each, fields } : each)))
            }
            onRemove={() => set(drafts.filter(({ id }) => id !== area.id))}
          />
        ))}
        {drafts.length > 0 && <p className={styles.hint}>{t('territory.areaHint')}</p>}
        {mayChange && (
          <>
            <div>
              <Button
                small
                icon={<Plus size={14} aria-hidden />}
                isDisabled={drafts.length >= MOST_AREAS}
                onPress={() => set([...drafts, { id: nextId, fields: NOTHING }])}
              >
                {t('territory.addArea')}
              </Button>
            </div>
            <TerritoryPreview key={repId} call={call} repId={repId} rows={rows} areas={areas} />
            <div className={styles.actions}>
              <Button look="go" isDisabled={draft === null} onPress={() => void save()}>
                {t('territory.save')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  )
}
