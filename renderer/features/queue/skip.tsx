import { Clock } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { useOffers } from '#renderer/ui/commands'
import { Dialog } from '#renderer/ui/dialog'
import { useKeyOf } from '#renderer/ui/keys'
import { useSkipped } from './use-skipped.ts'
import type { QueueStore } from './queue-store.ts'

/** Reading times in words comes when it is first wanted. */
const SkipForm = lazy(async () => ({ default: (await import('./skip-form.tsx')).SkipForm }))

export type SkipProps = {
  store: QueueStore
  /** The one on the desk. */
  leadId: string
  /** Zone of this desk. */
  here: string
  onOpen: (leadId: string | null) => void
}

/** "Not now": the lead on the desk is put off until a time, for a reason, and the next one comes. */
export function Skip(props: SkipProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const told = useSkipped(props)
  const keyOf = useKeyOf()
  useOffers(() => [{ id: 'skip', name: t('keys.do.skip'), run: () => setOpen(true) }])
  return (
    <>
      <Button
        small
        look="quiet"
        kbd={keyOf('skip')}
        icon={<Clock size={14} aria-hidden />}
        onPress={() => setOpen(true)}
      >
        {t('skip.button')}
      </Button>
      <Dialog
        title={t('skip.title')}
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        <Suspense>
          <SkipForm
            {...props}
            onSkipped={(skipped) => {
              setOpen(false)
              told(skipped)
            }}
          />
        </Suspense>
      </Dialog>
    </>
  )
}
