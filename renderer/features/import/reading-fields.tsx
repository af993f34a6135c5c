import { useTranslation } from 'react-i18next'

import { NumberField } from '#renderer/ui/number-field'
import { Select } from '#renderer/ui/select'
import type { Reading } from './import-store.ts'
import type { Inspected } from './plan-draft.ts'
import styles from './import.module.css'

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t', bar: '|' } as const
type DelimiterName = keyof typeof DELIMITERS
const NAMES = Object.keys(DELIMITERS) as DelimiterName[]

const ENCODING_NAMES: Partial<Record<Inspected['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift JIS',
  'euc-kr': 'EUC-KR',
  big5: 'Big5',
  gb18030: 'GB 18030',
}
const encodingName = (id: Inspected['encoding']) =>
  ENCODING_NAMES[id] ?? id.replace('windows', 'Windows').replace('iso', 'ISO')

type Props = { inspected: Inspected; isDisabled: boolean; onChange: (change: Partial<Reading>) => void }

/** What was found out about the file, each to be corrected. */
export function ReadingFields({ inspected, isDisabled, onChange }: Props) {
  const { t } = useTranslation()
  const { encoding, encodings, delimiter, headerLine } = inspected
  return (
    <div className={styles.reading}>
      <p className={styles.quiet}>{t('import.looksWrong')}</p>
      <div className={styles.fields}>
        <Select
          label={t('import.encoding')}
          options={encodings.map((id) => ({ id, name: encodingName(id) }))}
          value={encoding}
          isDisabled={isDisabled}
          onChange={(encoding) => onChange({ encoding })}
        />
        <Select
          label={t('import.delimiter')}
          options={NAMES.map((id) => ({ id, name: t(`import.delimiters.${id}`) }))}
          value={NAMES.find((name) => DELIMITERS[name] === delimiter) ?? null}
          isDisabled={isDisabled}
          onChange={(name) => onChange({ delimiter: DELIMITERS[name] })}
        />
        <NumberField
          label={t('import.header')}
          hint={t('import.headerHint')}
          value={headerLine}
          onChange={(line) => {
            if (line !== null && line <= MOST && line !== headerLine) onChange({ headerLine: line })
          }}
        />
      </div>
    </div>
  )
}

/** The last line a header is looked for in. */
const MOST = 1000
