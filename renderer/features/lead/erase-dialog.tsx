import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Dialog } from '#renderer/ui/dialog'
import { useErrorWords } from '#renderer/ui/error-words'
import { useFormat } from '#renderer/ui/format'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Shown } from '#renderer/ui/shown'
import { TextField } from '#renderer/ui/text-field'
import styles from './erase.module.css'

type Preview = Output<'erase.preview'>
type Props = { call: Call; leadId: string; onClose: () => void; onErased: () => void }

/** What goes and what stays, before anything does; it takes the name, written out, to go on. */
export function EraseDialog({ call, leadId, onClose, onErased }: Props) {
  const { t } = useTranslation()
  const [preview, set] = useState<Loaded<Preview>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('erase.preview', { leadId }))), [call, leadId])
  useEffect(() => void load(), [load])
  const name = preview.kind === 'ready' ? preview.value.name : '…'
  return (
    <Dialog wide title={t('erase.dialog', { name })} closeLabel={t('common.close')} isOpen onClose={onClose}>
      <Shown of={preview} onRetry={() => void load()} rows={8}>
        {(value) => (
          <div className={styles.body}>
            <What preview={value} />
            <Confirm {...{ call, leadId, onClose, onErased }} preview={value} />
          </div>
        )}
      </Shown>
    </Dialog>
  )
}

function What({ preview }: { preview: Preview }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { goes, stays, sealedUntil, backupsUntil, company } = preview
  return (
    <>
      <div className={styles.sides}>
        <section>
          <h3>{t('erase.goesTitle')}</h3>
          <ul>
            {goes.map(
              ({ what, count }) => count > 0 && <li key={what}>{t(`erase.goes.${what}`, { count })}</li>,
            )}
          </ul>
        </section>
        <section>
          <h3>{t('erase.staysTitle')}</h3>
          <ul>
            {stays.map(
              ({ what, count }) => count > 0 && <li key={what}>{t(`erase.stays.${what}`, { count })}</li>,
            )}
          </ul>
        </section>
      </div>
      <ul className={styles.notes}>
        <li>{t('erase.others')}</li>
        {company && <li>{t('erase.company', { name: company })}</li>}
        <li>
          {sealedUntil === null ? t('erase.notSealed') : t('erase.sealed', { day: format.day(sealedUntil) })}
        </li>
        {backupsUntil !== null && <li>{t('erase.backups', { day: format.day(backupsUntil) })}</li>}
        <li>{t('erase.outside')}</li>
      </ul>
    </>
  )
}

function Confirm({ call, leadId, preview, onClose, onErased }: Props & { preview: Preview }) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [written, write] = useState('')
  const [isErasing, setErasing] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const { name, block } = preview
  if (block) return <p role="alert">{t(`erase.block.${block}`)}</p>
  const isSame = written.trim().localeCompare(name.trim(), undefined, { sensitivity: 'base' }) === 0
  const erase = async () => {
    setErasing(true)
    try {
      await call('erase.person', { leadId, askedOn: null })
      notify({ text: t('erase.done') })
      onErased()
      onClose()
    } catch (error) {
      setWrong(errorWords(error))
      setErasing(false)
    }
  }
  return (
    <form
      className={styles.confirm}
      onSubmit={(event) => {
        event.preventDefault()
        if (isSame) void erase()
      }}
    >
      <TextField
        label={t('erase.confirm', { name })}
        value={written}
        onChange={write}
        wrong={wrong}
        autoComplete="off"
      />
      <div className={styles.actions}>
        <Button look="danger" type="submit" isDisabled={!isSame || isErasing}>
          {t(isErasing ? 'erase.erasing' : 'erase.now')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  )
}
