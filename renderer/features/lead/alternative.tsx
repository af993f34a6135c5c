import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

import type { Call, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Select } from '#renderer/ui/select'
import styles from './alternative.module.css'
import lead from './lead.module.css'

type Props = { call: Call; leadId: string; name: string; version: number }

/** Whoever needs another product gets a lead on the list that sells it. Nothing for those who left for another reason. */
export function Alternative({ call, leadId, name, version }: Props) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const [found, set] = useState<Output<'alternative.get'>>(null)
  const [listId, choose] = useState<string | null>(null)
  const load = useCallback(async () => set(await call('alternative.get', { leadId })), [call, leadId])
  useEffect(() => void load(), [load, version])
  if (found === null) return null
  const { made, lists } = found
  const undo = async () => {
    await call('alternative.undo', { leadId })
    await load()
    notify({ text: t('exits.alternative.undone') })
  }
  const make = async (to: string) => {
    await call('alternative.make', { leadId, listId: to })
    await load()
    const list = lists.find(({ id }) => id === to)?.name ?? ''
    notify({
      text: t('exits.alternative.done', { name, list }),
      action: { label: t('exits.alternative.undo'), onPress: () => void undo() },
    })
  }
  return (
    <Card title={t('exits.alternative.title')}>
      {made ? (
        <p>
          {t('exits.alternative.made', { list: made.listName })}{' '}
          <Link href={`/leads/${made.leadId}`}>{t('exits.alternative.open')}</Link>
        </p>
      ) : (
        <>
          <p className={lead.quiet}>
            {t(lists.length > 0 ? 'exits.alternative.ask' : 'exits.alternative.nowhere')}
          </p>
          {lists.length > 0 && (
            <div className={styles.form}>
              <Select
                label={t('exits.alternative.list')}
                options={lists}
                value={listId}
                placeholder={t('exits.alternative.choose')}
                onChange={choose}
              />
              <Button
                look="go"
                isDisabled={listId === null}
                onPress={() => listId !== null && void make(listId)}
              >
                {t('exits.alternative.make')}
              </Button>
            </div>
          )}
        </>
      )}
    </Card>
  )
}
