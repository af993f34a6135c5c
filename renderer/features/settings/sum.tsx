import { useTranslation } from 'react-i18next'

import { Chip } from '#renderer/ui/chip'

/** How much of the hundred is given, and what is to be done about it. */
export function Sum({ sum }: { sum: number }) {
  const { t } = useTranslation()
  const more =
    sum > 100 ? t('settings.sumMore', { over: sum - 100 }) : t('settings.sumLess', { left: 100 - sum })
  return (
    <span role="status">
      <Chip tone={sum === 100 ? 'good' : 'warn'}>{t('settings.sum', { sum })}</Chip> {sum !== 100 && more}
    </span>
  )
}
