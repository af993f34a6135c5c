import type { TFunction } from 'i18next'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import type { Card } from '#shared/contract/card'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { useBackWords } from './back-words.ts'
import type { CallStore } from './call-store.ts'
import { copied } from './dialling.ts'
import styles from './call.module.css'
import parts from './parts.module.css'

/** What did not work out, on the desk where it happened, until the next lead comes. */
export function DeskNotice({ store, card }: { store: CallStore; card: Card }) {
  const { t } = useTranslation()
  const { say } = useAnnouncer()
  const told = useStore(store, (state) => state.told)
  const isChosen = useStore(store, (state) => state.outcome !== null)
  const back = useBackWords(told?.kind === 'undone' ? told.back : null)
  // Said aloud as it happens; here it stays to be read until the outcome is given anew.
  if (told?.kind === 'undone' && !isChosen) {
    return (
      <p className={styles.notice}>
        {t('call.undone', { outcome: t(`call.outcome.${told.outcome as 'busy'}`) })}. {back}
      </p>
    )
  }
  const wrong =
    told?.kind === 'notUndone' && told.reason !== 'reason-missing'
      ? t(`call.undoRefused.${told.reason}`)
      : told?.kind === 'loggedElsewhere'
        ? t('errors.reason.draft-stale')
        : told?.kind === 'taken'
          ? takenWords(told, t)
          : null
  if (wrong !== null) {
    return (
      <p role="alert" className={styles.notice}>
        {wrong}
      </p>
    )
  }
  // Once somebody answered or the line is closed, the number was dialled.
  if (card.draft?.answeredAt || card.draft?.endedAt) return null
  if (told?.kind !== 'notDialled' && told?.kind !== 'copied' && told?.kind !== 'qr') return null
  return (
    <div role="status" className={styles.notice}>
      {told.kind === 'qr' && (
        <Suspense fallback={<span className={parts.qr} />}>
          <Qr text={told.uri} label={t('call.numberQr', { number: told.display })} />
        </Suspense>
      )}
      <p>{t(WORDS[told.kind], { number: told.display })}</p>
      {told.kind === 'notDialled' && (
        <Button
          small
          onPress={() =>
            void copied(told.uri).then(
              (done) => done && say(t('call.numberCopied', { number: told.display })),
            )
          }
        >
          {t('call.copyNumber')}
        </Button>
      )}
    </div>
  )
}

export const takenWords = ({ name, by }: { name: string; by: string | null }, t: TFunction): string =>
  by === null ? t('call.takenHere', { name }) : t('call.taken', { name, by })

const WORDS = { notDialled: 'call.notDialled', copied: 'call.numberCopied', qr: 'call.numberQr' } as const

/** Its code comes with the first number that is shown so. */
const Qr = lazy(async () => ({ default: (await import('./qr.tsx')).Qr }))
