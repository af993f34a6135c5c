import { Download } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Output } from '#shared/contract/api'
import { LARGEST_CONFIG, type SectionId } from '#shared/contract/config'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useErrorWords } from '#renderer/ui/error-words'
import { FileDrop } from '#renderer/ui/file-drop'
import type { PartProps } from '../part-props.ts'
import { Changes, sectionsIn } from './changes.tsx'
import { useProblemWords, type Problem } from './config-words.ts'
import { useSaved } from './use-saved.ts'
import styles from './config.module.css'

type Picked = { name: string; text: string; answer: Output<'config.preview'> }

/** The configuration out as a file, and one in: first a look at what it would change, then the sections one wants. */
export function ConfigFile({ call, host }: PartProps) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const errorWords = useErrorWords()
  const [picked, pick] = useState<Picked | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const put = () => {
    pick(null)
    // The button that was pressed goes with what was read.
    heading.current?.focus()
  }

  const takeOut = async () => {
    const { fileId, name } = await call('config.export', {})
    if (await host.save(fileId, name)) notify({ text: t('config.written', { name }) })
  }
  const look = async (file: File) => {
    setWrong(null)
    try {
      // More than that would not go over the wire to be refused in words.
      const text = file.size > LARGEST_CONFIG ? null : await file.text()
      const answer = text === null ? TOO_LARGE : await call('config.preview', { text })
      pick({ name: file.name, text: text ?? '', answer })
    } catch (error) {
      setWrong(errorWords(error))
    }
  }
  return (
    <Card title={t('config.title')}>
      <p className={styles.note}>{t('config.note')}</p>
      <Button icon={<Download size={14} aria-hidden />} onPress={() => void takeOut()}>
        {t('config.export')}
      </Button>
      <h3 ref={heading} tabIndex={-1} className={styles.heading}>
        {t('config.import')}
      </h3>
      {picked ? (
        <Read key={picked.name} call={call} picked={picked} onDone={put} />
      ) : (
        <FileDrop
          title={t('config.drop')}
          choose={t('config.choose')}
          hint={t('config.dropHint')}
          accept={['.json']}
          onFile={(file) => void look(file)}
        />
      )}
      {wrong && (
        <p role="alert" className={styles.refused}>
          {wrong}
        </p>
      )}
    </Card>
  )
}

const TOO_LARGE: Picked['answer'] = {
  kind: 'refused',
  problems: [{ path: [], reason: 'too-large', detail: null, code: null }],
}

type ReadProps = Pick<PartProps, 'call'> & { picked: Picked; onDone: () => void }

function Read({ call, picked: { name, text, answer }, onDone }: ReadProps) {
  const { t } = useTranslation()
  const changed = answer.kind === 'read' ? answer.changed : []
  const [chosen, choose] = useState<ReadonlySet<SectionId>>(() => sectionsIn(changed))
  const [problems, setProblems] = useState(answer.kind === 'refused' ? answer.problems : [])
  const { saved, failure } = useSaved(call, onDone)
  const isSame = answer.kind === 'read' && sectionsIn(changed).size === 0
  const bring = () =>
    saved(
      () => call('config.import', { text, name, sections: [...chosen] }),
      (version) => t('config.imported', { name, version }),
      setProblems,
    )
  return (
    <div className={styles.read}>
      <p>
        <b>{name}</b>{' '}
        {isSame ? t('config.same') : answer.kind === 'read' ? t('config.would') : t('config.notRead')}
      </p>
      {answer.kind === 'read' && <Changes changed={changed} chosen={chosen} onChoose={choose} />}
      <Problems problems={problems} />
      {failure && (
        <p role="alert" className={styles.refused}>
          {failure}
        </p>
      )}
      <div className={styles.actions}>
        {answer.kind === 'read' && !isSame && (
          <Button look="go" isDisabled={chosen.size === 0} onPress={() => void bring()}>
            {t('config.bring', { count: chosen.size })}
          </Button>
        )}
        <Button autoFocus onPress={onDone}>
          {t(isSame || answer.kind === 'refused' ? 'config.another' : 'common.cancel')}
        </Button>
      </div>
    </div>
  )
}

const MOST = 30
export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { t } = useTranslation()
  const problemWords = useProblemWords()
  if (problems.length === 0) return null
  const words = [...new Set(problems.map(problemWords))]
  return (
    <div role="alert" className={styles.refused}>
      <ul>
        {words.slice(0, MOST).map((each) => (
          <li key={each}>{each}</li>
        ))}
        {words.length > MOST && <li>{t('config.more', { count: words.length - MOST })}</li>}
      </ul>
    </div>
  )
}
