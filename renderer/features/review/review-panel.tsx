import { ArrowLeftRight, ChevronLeft, ChevronRight, GitMerge, RefreshCw, Split, Users } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useStore } from 'zustand'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { atLeast } from '#shared/domain/people'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { EmptyState } from '#renderer/ui/empty-state'
import { useFormat } from '#renderer/ui/format'
import { useKeyOf } from '#renderer/ui/keys'
import { valueOf } from '#renderer/ui/loaded'
import { Page } from '#renderer/ui/page'
import { Segmented } from '#renderer/ui/segmented'
import { Shown } from '#renderer/ui/shown'
import { Compare } from './compare.tsx'
import { createReviewStore } from './review-store.ts'
import { useDeeds } from './use-deeds.ts'
import { useReviewKeys } from './use-review-keys.ts'
import { Why } from './why.tsx'
import styles from './review.module.css'

type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; state: Output<'app.state'> }

/** Who looks alike, one pair at a time: one of two, or two of one. Nothing is merged by itself. */
export function ReviewPanel({ call, host, state }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const [, go] = useLocation()
  const { notify } = useAnnouncer()
  const store = useStore(useMemo(() => createReviewStore(call), [call]))
  const { kind, at, page, load, show } = store
  const deeds = useDeeds(store)
  useReviewKeys(deeds, state.settings)
  useEffect(() => {
    void load()
    return host.onEvent((event) => {
      if (event.kind === 'changed' && event.topics.includes('review')) void load()
    })
  }, [host, load])

  const now = valueOf(page)
  const total = now?.total ?? 0
  const keyOf = useKeyOf()
  const mayMerge = kind === 'person' || atLeast(state.atDesk?.role ?? 'rep', 'team_lead')
  const look = () => {
    void call('review.look', {})
    notify({ text: t('review.lookingNow') })
  }
  return (
    <Page
      title={now ? t(`review.title.${kind}`, { count: total }) : t('review.name')}
      beside={
        <Segmented
          label={t('review.which')}
          bareLabel
          options={[
            { id: 'person', name: t('review.persons', { count: now?.persons ?? 0 }) },
            { id: 'company', name: t('review.companies', { count: now?.companies ?? 0 }) },
          ]}
          value={kind}
          onChange={(to) => void show(to)}
        />
      }
      aside={
        <Button
          small
          look="quiet"
          icon={<RefreshCw size={13} aria-hidden />}
          isDisabled={now?.looking === true}
          onPress={look}
        >
          {t(now?.looking ? 'review.looking' : 'review.look')}
        </Button>
      }
    >
      <Shown of={page} onRetry={() => void load()} rows={8}>
        {({ rows: [pair], capped }) =>
          pair ? (
            <>
              <div className={styles.bar} role="group" aria-label={t('review.decide')}>
                <span className={styles.place} role="status">
                  {t('review.place', { at: format.number(at + 1), of: format.number(total) })}
                </span>
                <Button
                  small
                  look="quiet"
                  icon={<ChevronLeft size={14} />}
                  aria-label={t('review.previous')}
                  isDisabled={at === 0}
                  onPress={deeds.previous}
                />
                <Button
                  small
                  look="quiet"
                  icon={<ChevronRight size={14} />}
                  aria-label={t('review.next')}
                  kbd={keyOf('review.next')}
                  isDisabled={at + 1 >= total}
                  onPress={deeds.next}
                />
                <span className={styles.spring} />
                <Button
                  icon={<ArrowLeftRight size={14} aria-hidden />}
                  kbd={keyOf('review.swap')}
                  onPress={deeds.swap}
                >
                  {t('review.swap')}
                </Button>
                <Button
                  icon={<Split size={14} aria-hidden />}
                  kbd={keyOf('review.apart')}
                  onPress={deeds.apart}
                >
                  {t('review.apart')}
                </Button>
                <Button
                  look="go"
                  icon={<GitMerge size={14} aria-hidden />}
                  kbd={keyOf('review.merge')}
                  isDisabled={!mayMerge}
                  onPress={deeds.merge}
                >
                  {t('review.merge')}
                </Button>
              </div>
              {!mayMerge && <p className={styles.hint}>{t('review.leadOnly')}</p>}
              <div className={styles.columns}>
                <Compare pair={pair} {...store} />
                <Why pair={pair} />
              </div>
            </>
          ) : (
            <EmptyState
              icon={<Users size={24} strokeWidth={1.6} aria-hidden />}
              title={t(`review.empty.${kind}`)}
              action={<Button onPress={() => go('/leads')}>{t('review.toLeads')}</Button>}
            >
              <p>{t('review.emptyBody')}</p>
              {capped > 0 && <p>{t('review.capped', { count: capped })}</p>}
            </EmptyState>
          )
        }
      </Shown>
    </Page>
  )
}
