import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'

import { Button } from '#renderer/ui/button'
import { useRuleWords } from '#renderer/ui/rule-words'
import { TextField } from '#renderer/ui/text-field'
import type { CallStore } from './call-store.ts'
import styles from './parts.module.css'

/** A refused dial says why, and asks for a reason where one may call all the same. */
export function Overriding({ store }: { store: CallStore }) {
  const { t } = useTranslation()
  const ruleWords = useRuleWords()
  const refused = useStore(store, (state) => state.dialRefused)
  const [reason, setReason] = useState('')
  if (!refused) return null
  const rule = ruleWords({ rule: refused.rule, evidence: null })
  return (
    <section className={styles.override} role="alert">
      <b>{t(refused.canOverride ? 'call.overrideTitle' : 'call.blockedTitle', { rule })}</b>
      {refused.canOverride ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void store.getState().dial(reason.trim())
          }}
        >
          <TextField
            bareLabel
            label={t('call.overrideReason')}
            placeholder={t('call.overrideReason')}
            value={reason}
            onChange={setReason}
            maxLength={200}
            autoFocus
          />
          <Button small type="submit" isDisabled={reason.trim() === ''}>
            {t('call.overrideDo')}
          </Button>
        </form>
      ) : (
        <p>{t('call.overrideNever')}</p>
      )}
    </section>
  )
}
