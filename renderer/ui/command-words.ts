import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** What a command of the table does, in words. A criterion that is new to the catalogue is read as it is. */
export function useCommandWords(): (command: string) => string {
  const { t } = useTranslation()
  return useCallback(
    (command) => {
      const [kind = '', name = ''] = command.split('.')
      if (command === 'outcome.voicemail.left') return t('keys.message')
      if (kind === 'outcome') return t(`call.outcome.${name as 'busy'}`)
      if (kind === 'go') return t('keys.go', { screen: t(`frame.nav.${name as 'queue'}`) })
      if (kind === 'review') return t(`keys.review.${name as 'merge'}`)
      if (kind !== 'open') return t(`keys.do.${kind as 'dial'}`)
      const plain = { defaultValue: name.replaceAll('_', ' ') }
      return t('keys.open', { criterion: t(`call.criterion.${name as 'budget'}`, plain) })
    },
    [t],
  )
}
