import { ArrowRight, Info } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { Checkbox } from '#renderer/ui/checkbox'
import { Chip } from '#renderer/ui/chip'
import { Choices } from '#renderer/ui/choices'
import { useFormat } from '#renderer/ui/format'
import { toTitle } from '#renderer/ui/to-title'
import { PRIMARY_KEY, usePrimaryKey } from '#renderer/ui/use-primary-key'
import { encodingName } from './encoding-names.ts'
import { Notices } from './notices.tsx'
import { Preview } from './preview.tsx'
import { ReadingFields } from './reading-fields.tsx'
import { StepPage } from './step-page.tsx'
import type { StepProps } from './step.ts'
import { mendedBy } from './typed-rows.ts'
import styles from './import.module.css'

/** Rows of a long text that the notices are of; every row is looked at in the check. */
const LOOKED_AT = 1000

/** How the file is read: found out, shown on its first rows, and correctable. */
export function FileStep({ state, store, inspected, draft }: StepProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { go, reread, reading, decide, typed } = store
  const { seenBefore, notices, encodingAsked } = inspected
  const fixed = mendedBy(typed, draft.mended).length
  const next = () => go('columns')
  const isAsked = encodingAsked.length > 0
  const isReady = reading === null && !isAsked
  usePrimaryKey(isReady ? next : null)
  useEffect(() => {
    // The encodings that were offered go once one was chosen. While a list closes the keyboard is nowhere for a moment too.
    if (!isAsked && document.activeElement === document.body) toTitle()
  }, [isAsked])
  return (
    <StepPage
      store={store}
      title={inspected.name}
      beside={
        <>
          <Chip>{t('import.rowsAbout', { count: inspected.rowsEstimate })}</Chip>
          <Chip>{t('import.columnsCount', { count: inspected.columns.length })}</Chip>
        </>
      }
      aside={t('import.nothingYet')}
    >
      {seenBefore && (
        <p className={styles.notice} role="status">
          <Info size={16} aria-hidden />
          {t('import.seenBefore', { at: format.moment(seenBefore.at), name: seenBefore.fileName })}
        </p>
      )}
      {isAsked && (
        <Choices
          label={t('import.encodingAsked')}
          hint={t('import.encodingAskedHint')}
          options={encodingAsked.map(({ encoding, reads }) => ({
            id: encoding,
            name: encodingName(encoding),
            note: reads,
          }))}
          onChange={(encoding) => void reread({ encoding }, state)}
        />
      )}
      <ReadingFields inspected={inspected} onChange={(change) => void reread(change, state)} />
      {fixed > 0 && <p className={styles.warnings}>{t('import.rereadDrops', { count: fixed })}</p>}
      <Notices of={notices} />
      {notices.some(({ kind }) => kind === 'misread_letters') && (
        <Checkbox isSelected={draft.mendLetters} onChange={(mendLetters) => decide({ mendLetters })}>
          {t('import.mendLetters')}
        </Checkbox>
      )}
      {notices.length > 0 && inspected.kind === 'text' && inspected.rowsEstimate > LOOKED_AT && (
        <p className={styles.quiet}>{t('import.noticesFirst', { count: LOOKED_AT })}</p>
      )}
      <Card flush title={t('import.preview')}>
        <Preview inspected={inspected} mendLetters={draft.mendLetters} />
      </Card>
      <div className={styles.actions}>
        <Button
          look="go"
          kbd={PRIMARY_KEY}
          isDisabled={!isReady}
          onPress={next}
          icon={<ArrowRight size={16} aria-hidden />}
        >
          {t('import.toColumns')}
        </Button>
      </div>
    </StepPage>
  )
}
