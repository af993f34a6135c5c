import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { AppError } from '#shared/contract/errors'
import { useAnnouncer } from '#renderer/ui/announce'
import { errorWords } from '#renderer/ui/error-words'

/** The one place where failures show: whatever no screen caught, never silent. */
export function useFailures(): void {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  useEffect(() => {
    const show = (error: unknown) => {
      if (!(error instanceof AppError)) console.error(error)
      notify({ text: errorWords(error, t), tone: 'bad' })
    }
    const onRejection = (event: PromiseRejectionEvent) => {
      event.preventDefault()
      show(event.reason)
    }
    // The browser reports this one for layouts that settle a frame later; nothing is wrong.
    const onError = (event: ErrorEvent) => event.message.includes('ResizeObserver') || show(event.error)
    window.addEventListener('unhandledrejection', onRejection)
    window.addEventListener('error', onError)
    return () => {
      window.removeEventListener('unhandledrejection', onRejection)
      window.removeEventListener('error', onError)
    }
  }, [notify, t])
}
