import { ListPlus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Dialog } from '#renderer/ui/dialog'
import { useFormat } from '#renderer/ui/format'
import { ListForm, type ListDraft } from './list-form.tsx'
import styles from './settings.module.css'

type Props = { call: Call; lists: Output<'app.state'>['lists']; language: 'es' | 'en' }

export function Lists({ call, lists, language }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [draft, edit] = useState<ListDraft | null>(null)
  const counts = useCounts(call)
  const countries = new Intl.DisplayNames(format.locale, { type: 'region' })
  return (
    <Card title={t('settings.lists')}>
      {lists.length === 0 && <p className={styles.quiet}>{t('settings.noLists')}</p>}
      <ul className={styles.rows}>
        {lists.map((list) => (
          <li key={list.id}>
            <b>{list.name}</b>
            <span className={styles.quiet}>
              {[
                counts && t('settings.leads', { count: counts[list.id] ?? 0 }),
                t(`common.kinds.${list.business ? 'business' : 'consumers'}`),
                countries.of(list.country),
                t(`common.languages.${list.language}`),
                list.priority !== 'normal' &&
                  `${t('territory.priority')}: ${t(`territory.priorities.${list.priority}`)}`,
                list.costMinor !== null &&
                  list.currency !== null &&
                  format.money(list.costMinor, list.currency),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            <span className={styles.end}>
              <Button small aria-label={`${t('settings.editList')}: ${list.name}`} onPress={() => edit(list)}>
                {t('settings.editList')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <Button
        small
        icon={<ListPlus size={14} aria-hidden />}
        onPress={() => edit({ ...NEW, language, country: language === 'es' ? 'ES' : 'GB' })}
      >
        {t('settings.newList')}
      </Button>
      <Dialog
        title={draft?.name || t('settings.newList')}
        closeLabel={t('common.close')}
        isOpen={draft !== null}
        onClose={() => edit(null)}
      >
        {draft && <ListForm call={call} list={draft} onDone={() => edit(null)} />}
      </Dialog>
    </Card>
  )
}

const NEW = { id: null, name: '', business: true, costMinor: null, currency: null, basis: null } as const

/** Leads of each list that has any; null until they were counted, and where they could not be. */
function useCounts(call: Call) {
  const [counts, setCounts] = useState<Output<'lists.counts'> | null>(null)
  useEffect(() => {
    call('lists.counts', {}).then(setCounts, () => {})
  }, [call])
  return counts
}
