import { useTranslation } from 'react-i18next'

import type { Call } from '#shared/contract/api'
import type { Bridge } from '#shared/contract/bridge'
import { GIVE_FORMATS } from '#shared/contract/give'
import { useAnnouncer } from '#renderer/ui/announce'
import { Button } from '#renderer/ui/button'
import { Card } from '#renderer/ui/card'
import { useLanguage } from '#renderer/ui/use-language'
import styles from './lead.module.css'

/** A person who asks what is held on them gets all of it. */
export function Give({ call, host, leadId }: { call: Call; host: Pick<Bridge, 'save'>; leadId: string }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { notify } = useAnnouncer()
  const give = async (format: (typeof GIVE_FORMATS)[number]) => {
    const { fileId, name } = await call('person.give', { leadId, format, language })
    if (await host.save(fileId, name)) notify({ text: t('lead.give.written', { name }) })
  }
  return (
    <Card title={t('lead.give.title')}>
      <p className={styles.quiet}>{t('lead.give.what')}</p>
      <div className={styles.actions}>
        {GIVE_FORMATS.map((format) => (
          <Button key={format} small onPress={() => void give(format)}>
            {t(`lead.give.${format}`)}
          </Button>
        ))}
      </div>
    </Card>
  )
}
