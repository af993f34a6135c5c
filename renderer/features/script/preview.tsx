import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Language } from '#shared/domain/language'
import { merge, OCCASIONS, openerFor, type Fields, type Script } from '#shared/domain/script'
import { Card } from '#renderer/ui/card'
import { Segmented } from '#renderer/ui/segmented'
import styles from './script.module.css'

/** Somebody to try it on: a name with a full stop at its end, as companies have. */
const TEST: Readonly<Record<Language, Omit<Fields, 'rep'>>> = {
  es: {
    first: 'Ana',
    name: 'Ana Ruiz',
    company: 'Talleres Norte S.A.',
    city: 'Bilbao',
    source: 'la feria de Bilbao',
  },
  en: {
    first: 'Ann',
    name: 'Ann Reed',
    company: 'Northern Works Ltd.',
    city: 'Leeds',
    source: 'the Leeds fair',
  },
}
const NOBODY: Omit<Fields, 'rep'> = { first: null, name: null, company: null, city: null, source: null }

type PreviewProps = { script: Script; language: Language; repName: string }

/** How it sounds with somebody of whom all is known, and of whom nothing is. */
export function Preview({ script, language, repName }: PreviewProps) {
  const { t } = useTranslation()
  const [known, setKnown] = useState<'all' | 'nothing'>('all')
  const fields = { ...(known === 'all' ? TEST[language] : NOBODY), rep: repName.split(' ')[0] ?? null }
  const said = [
    ...OCCASIONS.map(
      (occasion) => [t(`script.occasion.${occasion}`), openerFor(script, occasion, fields)] as const,
    ),
    [t('script.numberFrom'), merge(script.numberFrom, fields)] as const,
    ...[...script.branches, ...script.closes].map(({ when, say }) => [when, merge(say, fields)] as const),
  ]
  return (
    <aside className={styles.preview} aria-label={t('script.preview')}>
      <Card
        title={t('script.preview')}
        aside={
          <Segmented
            bareLabel
            label={t('script.known')}
            options={[
              { id: 'all', name: t('script.knownAll') },
              { id: 'nothing', name: t('script.knownNothing') },
            ]}
            value={known}
            onChange={setKnown}
          />
        }
      >
        <dl lang={language}>
          {said.map(([when, text], at) => (
            <div key={at}>
              <dt>{when}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </Card>
    </aside>
  )
}
