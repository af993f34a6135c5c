import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { IMPORT_MODES } from '#shared/domain/import/field'
import { Card } from '#renderer/ui/card'
import { Segmented } from '#renderer/ui/segmented'
import { Select } from '#renderer/ui/select'
import { Defaults } from './defaults.tsx'
import type { ImportState } from './import-store.ts'
import { NewListFields } from './new-list.tsx'
import { newList, type Draft, type Inspected } from './plan-draft.ts'
import styles from './import.module.css'

const NEW = 'new'

type Props = {
  draft: Draft
  decide: ImportState['decide']
  inspected: Inspected
  state: Output<'app.state'>
  wrong: string | undefined
}

/** The list, a new one with what it needs, and what becomes of people who are here already. */
export function Destination({ draft, decide, inspected, state, wrong }: Props) {
  const { t } = useTranslation()
  const { list, mode } = draft
  return (
    <Card title={t('import.where')}>
      <div className={styles.destination}>
        <Select
          label={t('import.list')}
          options={[
            ...state.lists.map(({ id, name }) => ({ id, name })),
            { id: NEW, name: t('import.newList') },
          ]}
          value={list.kind === 'old' ? list.listId : NEW}
          onChange={(id) =>
            decide({
              list:
                id === NEW
                  ? { kind: 'new', list: newList(inspected, state.settings.language) }
                  : { kind: 'old', listId: id },
            })
          }
        />
        {list.kind === 'new' && (
          <NewListFields
            list={list.list}
            wrong={wrong}
            onChange={(change) => decide({ list: { kind: 'new', list: { ...list.list, ...change } } })}
          />
        )}
        <div>
          <Segmented
            label={t('import.mode')}
            options={IMPORT_MODES.map((id) => ({ id, name: t(`import.modes.${id}`) }))}
            value={mode}
            onChange={(mode) => decide({ mode })}
          />
          <p className={styles.hint}>{t(`import.modeNote.${mode}`)}</p>
        </div>
      </div>
      <Defaults draft={draft} decide={decide} state={state} />
    </Card>
  )
}
