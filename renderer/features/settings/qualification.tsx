import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import { Card } from '#renderer/ui/card'
import { cx } from '#renderer/ui/cx'
import { LOADING, loaded, type Loaded } from '#renderer/ui/loaded'
import { Segmented } from '#renderer/ui/segmented'
import { Shown } from '#renderer/ui/shown'
import { DefinitionAgreed } from './definition-agreed.tsx'
import { DefinitionEditor } from './definition-editor.tsx'
import { DefinitionVersions } from './definition-versions.tsx'
import { useFrameworkName } from './definition-words.ts'
import { FrameworkLists } from './framework-lists.tsx'
import { NewFramework } from './new-framework.tsx'
import styles from './settings.module.css'

type Props = { call: Call; lists: Output<'app.state'>['lists']; mayChange: boolean }
export type Got = Output<'definition.get'>
export type Version = Got['frameworks'][number]['versions'][number]

/** What qualifies, and by which framework: PRODUCT.md section 5. Each save is a new version. */
export function Qualification({ call, lists, mayChange }: Props) {
  const { t } = useTranslation()
  const [got, set] = useState<Loaded<Got>>(LOADING)
  const load = useCallback(async () => set(await loaded(call('definition.get', {}))), [call])
  useEffect(() => void load(), [load])
  return (
    <Card title={t('definition.title')}>
      {!mayChange && <p className={styles.quiet}>{t('definition.readOnly')}</p>}
      <Shown of={got} onRetry={() => void load()} rows={8}>
        {(value) => <Frameworks call={call} lists={lists} mayChange={mayChange} got={value} onSaved={load} />}
      </Shown>
    </Card>
  )
}

type FrameworksProps = Props & { got: Got; onSaved: () => Promise<void> }

function Frameworks({ call, lists, mayChange, got, onSaved }: FrameworksProps) {
  const { t } = useTranslation()
  const nameOf = useFrameworkName()
  const [picked, pick] = useState(got.standard)
  const here = got.frameworks.find(({ id }) => id === picked) ?? got.frameworks[0]
  const [inForce] = here?.versions ?? []
  if (!here || !inForce) return null
  const names = got.frameworks.map(({ id, versions }) => ({
    id,
    name: nameOf(id, versions[0]?.definition.name),
  }))
  const saved = () => void onSaved()
  return (
    <div className={cx(styles.stack, !mayChange && styles.readOnly)}>
      <div className={styles.actions}>
        <Segmented
          label={t('definition.framework')}
          bareLabel
          options={names}
          value={here.id}
          onChange={pick}
        />
        {mayChange && (
          <NewFramework
            call={call}
            from={inForce.definition}
            onMade={async (id) => {
              await onSaved()
              pick(id)
            }}
          />
        )}
      </div>
      {/* A saved version is a new start for the editor. */}
      <div className={styles.stack} key={`${here.id} ${inForce.version}`}>
        <DefinitionAgreed call={call} version={inForce} mayChange={mayChange} onSaved={saved} />
        <DefinitionEditor call={call} got={got} version={inForce} mayChange={mayChange} onSaved={saved} />
        <DefinitionVersions call={call} versions={here.versions} mayChange={mayChange} onSaved={saved} />
      </div>
      <FrameworkLists
        call={call}
        got={got}
        names={names}
        lists={lists}
        mayChange={mayChange}
        onSaved={saved}
      />
    </div>
  )
}
