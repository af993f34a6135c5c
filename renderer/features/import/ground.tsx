import { useTranslation } from 'react-i18next'

import { BASIS_KINDS } from '#shared/domain/basis'
import { DateField } from '#renderer/ui/date-field'
import { Select } from '#renderer/ui/select'
import { TextField } from '#renderer/ui/text-field'
import type { ImportState } from './import-store.ts'
import type { Draft } from './plan-draft.ts'
import styles from './import.module.css'

const NONE = 'none'

type Props = { ground: Draft['ground']; decide: ImportState['decide'] }

/** Why everybody in the file may be called, with its day and proof: a fact of each, where the row does not say. */
export function Ground({ ground, decide }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <div>
        <Select
          label={t('import.ground')}
          options={[
            { id: NONE, name: t('import.groundNone') },
            ...BASIS_KINDS.map((id) => ({ id, name: t(`calling.basisKind.${id}`) })),
          ]}
          value={ground?.kind ?? NONE}
          onChange={(id) => {
            const kind = BASIS_KINDS.find((each) => each === id)
            decide({ ground: kind ? { on: null, proof: null, ...ground, kind } : null })
          }}
        />
        <p className={styles.hint}>{t('import.groundHint')}</p>
      </div>
      {ground && (
        <>
          <DateField
            label={t('import.groundOn')}
            hint={t('import.groundOnHint')}
            value={ground.on ?? ''}
            onChange={(on) => decide({ ground: { ...ground, on: on || null } })}
          />
          <TextField
            label={t('import.groundProof')}
            value={ground.proof ?? ''}
            maxLength={2000}
            onChange={(proof) => decide({ ground: { ...ground, proof: proof || null } })}
          />
        </>
      )}
    </>
  )
}
