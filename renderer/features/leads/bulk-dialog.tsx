import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Which } from '#shared/contract/batch'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { BulkFields } from './bulk-fields.tsx'
import { deedOf, NO_DRAFT, type BulkKey, type Deed } from './bulk-deeds.ts'
import styles from './leads.module.css'

type Preview = Output<'batch.preview'>
type Props = {
  call: Call
  state: Pick<Output<'app.state'>, 'lists' | 'reps' | 'reasons'>
  what: BulkKey
  which: Which
  onClose: () => void
  onRun: (deed: Deed) => void
}

/** What to do, what that would change and what not, and only then the button with the number on it. */
export function BulkDialog({ call, state, what, which, onClose, onRun }: Props) {
  const { t } = useTranslation()
  const [draft, set] = useState(NO_DRAFT)
  const deed = deedOf(what, draft)
  const preview = usePreview(call, which, deed)
  const change = preview.kind === 'ready' ? preview.value.change : 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (deed && change > 0) onRun(deed)
  }
  return (
    <Dialog title={t(`leads.batch.title.${what}`)} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <BulkFields what={what} draft={draft} state={state} onChange={set} />
        <div className={styles.preview} aria-live="polite">
          {deed ? (
            <Shown of={preview} onRetry={() => set({ ...draft })} rows={2}>
              {(found) => <Told {...found} />}
            </Shown>
          ) : (
            <p className={styles.quiet}>{t('leads.batch.chooseFirst')}</p>
          )}
        </div>
        <div className={styles.actions}>
          <Button type="submit" look="go" isDisabled={!deed || change === 0}>
            {t('leads.batch.go', { count: change })}
          </Button>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function Told({ total, change, refused }: Preview) {
  const { t } = useTranslation()
  return (
    <>
      <p>
        <b>{t('leads.batch.changes', { count: change })}</b> {t('leads.batch.of', { count: total })}
      </p>
      {refused.length > 0 && (
        <ul>
          {refused.map(({ reason, count }) => (
            <li key={reason}>{t(`leads.batch.refused.${reason}`, { count })}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** By the engine's own rule. An answer that comes late for an older choice is dropped. */
function usePreview(call: Call, which: Which, deed: Deed | null): Loaded<Preview> {
  const [found, setFound] = useState<{ of: string; preview: Loaded<Preview> }>({ of: '', preview: LOADING })
  const asked = deed === null ? '' : JSON.stringify({ which, deed })
  useEffect(() => {
    if (asked === '') return
    let isLate = false
    const ask = async () => {
      const preview = await loaded(call('batch.preview', JSON.parse(asked) as { which: Which; deed: Deed }))
      if (!isLate) setFound({ of: asked, preview })
    }
    void ask()
    return () => void (isLate = true)
  }, [call, asked])
  return found.of === asked ? found.preview : LOADING
}
