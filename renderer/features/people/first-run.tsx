import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Language } from '#shared/domain/language'
import { Segmented } from '#renderer/ui/segmented'
import { PersonForm } from './person-form.tsx'
import styles from './people.module.css'

type FirstRunProps = { call: Call; language: Language; onLanguage: (language: Language) => void }

/** The very first screen: nobody works here yet. */
export function FirstRun({ call, language, onLanguage }: FirstRunProps) {
  const { t } = useTranslation()
  return (
    <main className={styles.first}>
      <section className={styles.welcome} aria-labelledby="welcome">
        <header className={styles.head}>
          <span className={styles.mark} aria-hidden="true">
            cw
          </span>
          <Segmented
            bareLabel
            label={t('people.language')}
            options={[
              { id: 'es', name: 'Español' },
              { id: 'en', name: 'English' },
            ]}
            value={language}
            onChange={onLanguage}
          />
        </header>
        <h1 id="welcome">{t('people.welcome')}</h1>
        <p className={styles.why}>{t('people.welcomeWhy')}</p>
        {/* Before they sit: the frame comes at once, and in the language they read this in. */}
        <PersonForm call={call} before={() => call('settings.save', { language })} />
      </section>
    </main>
  )
}
