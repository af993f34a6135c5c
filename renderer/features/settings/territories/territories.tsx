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
import { areaOf, NOTHING, textsOf, type Areas, type AreaText, type Wrong } from './area-text.ts'
import { TerritoryPreview } from './territory-preview.tsx'

type Rows = Output<'territories.get'>
const MOST_AREAS = 20

/** Whom the queue brings to whom: a rep at a time, with what it would come to before it is saved. */
export function Territories({ call, atDeskId, lists, mayChange }: PartProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [rows, setRows] = useState<Rows | null>(null)
  const [repId, choose] = useState(atDeskId)
  const [draft, set] = useState<AreaText[] | null>(null)
  const [wrong, setWrong] = useState<ReadonlyMap<number, Wrong[]>>(new Map())
  useEffect(() => {
    let isGone = false
    void call('territories.get', {}).then((all) => !isGone && setRows(all))
    return () => void (isGone = true)
  }, [call, atDeskId])

  const row = rows?.find((each) => each.repId === repId)
  if (!rows || !row) return <Skeleton rows={4} label={t('common.loading')} />
  const texts = draft ?? textsOf(row.areas, lists)
  const change = (next: AreaText[]) => {
    set(next)
    setWrong(new Map())
  }
  /** Null when something of it cannot be read, which the fields then say. */
  const read = (): Areas | null => {
    const found = texts.map((each) => ({ id: each.id, ...areaOf(each, lists) }))
    setWrong(new Map(found.map((each) => [each.id, each.wrong])))
    if (found.some((each) => each.wrong.length > 0)) return null
    return found.map(({ area }) => area).filter((area) => Object.keys(area).length > 0)
  }
  const save = async () => {
    const areas = read()
    if (!areas) return
    await call('territories.save', { repId, areas })
    setRows(rows.map((each) => (each.repId === repId ? { ...each, areas } : each)))
    set(null)
    notify({ text: t('territory.saved', { name: row.name }) })
  }
  const nextId = Math.max(-1, ...texts.map(({ id }) => id)) + 1
  return (
    <Card title={t('territory.title')}>
      <div className={styles.stack}>
        <p className={styles.hint}>{t('territory.hint')}</p>
        {rows.length > 1 && (
          <Select
            label={t('territory.whose')}
            options={rows.map(({ repId: id, name, areas }) => ({
              id,
              name,
              note:
                areas.length === 0 ? t('territory.everybody') : t('territory.areas', { count: areas.length }),
            }))}
            value={repId}
            onChange={(id) => {
              choose(id)
              set(null)
              setWrong(new Map())
            }}
          />
        )}
        {texts.length === 0 && (
          <p className={own.everybody}>
            <MapPin size={14} aria-hidden /> {t('territory.everybody')}
          </p>
        )}
        {texts.map((area, at) => (
          <AreaFields
            key={area.id}
            n={at + 1}
            area={area}
            wrong={wrong.get(area.id) ?? []}
            mayChange={mayChange}
            onChange={(fields) =>
              change(texts.map((each) => (each.id === area.id ? { ...each, fields } : each)))
            }
            onRemove={() => change(texts.filter(({ id }) => id !== area.id))}
          />
        ))}
        {texts.length > 0 && <p className={styles.hint}>{t('territory.areaHint')}</p>}
        {mayChange && (
          <>
            <div>
              <Button
                small
                icon={<Plus size={14} aria-hidden />}
                isDisabled={texts.length >= MOST_AREAS}
                onPress={() => change([...texts, { id: nextId, fields: NOTHING }])}
              >
                {t('territory.addArea')}
              </Button>
            </div>
            <TerritoryPreview
              key={JSON.stringify([repId, texts])}
              call={call}
              repId={repId}
              rows={rows}
              read={read}
            />
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
