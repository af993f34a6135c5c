import { useTranslation } from 'react-i18next'

import type { Call, Output } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { Failure } from '#renderer/ui/failure'
import { FileDrop } from '#renderer/ui/file-drop'
import { Page } from '#renderer/ui/page'
import { Shown } from '#renderer/ui/shown'
import type { ImportState } from './import-store.ts'
import { LeftFiles } from './left-files.tsx'
import { Log } from './log.tsx'

const ENDINGS = [
  '.csv',
  '.tsv',
  '.tab',
  '.txt',
  '.xlsx',
  '.xlsm',
  '.zip',
  '.gz',
  'text/csv',
  'text/tab-separated-values',
  'text/plain',
]

type Props = { call: Call; host: Pick<Bridge, 'onEvent'>; store: ImportState; state: Output<'app.state'> }

/** Where a file comes in, and what came in before. */
export function Pick({ call, host, store, state }: Props) {
  const { t } = useTranslation()
  const { reading, refused, trouble, log, pick, loadLog } = store
  return (
    <Page title={t('import.title')}>
      <FileDrop
        title={reading === null ? t('import.drop') : t('import.reading', { name: reading })}
        choose={t('common.browse')}
        hint={t('import.dropHint')}
        accept={ENDINGS}
        isDisabled={reading !== null}
        onFile={(file) => void pick(file, state)}
        onFolder={store.refuseFolder}
      />
      <span className="sr-only" role="status">
        {reading !== null && t('import.reading', { name: reading })}
      </span>
      {trouble !== null && <Failure error={trouble} of={refused} />}
      {reading === null && <LeftFiles store={store} />}
      <Shown of={log} onRetry={() => void loadLog()}>
        {(imports) => <Log {...{ call, host, imports, store }} lists={state.lists} />}
      </Shown>
    </Page>
  )
}
