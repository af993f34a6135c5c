import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

import { useFormat } from '#renderer/ui/format'

/** A time as it is there, and here where that is another. `here` and `there` are IANA zones. */
export function useSpelt(here: string): (at: number, there: string | null) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (at, there) => {
      const [far, near] = [format.moment(at, there ?? here), format.moment(at, here)]
      if (far === near) return far
      return t('call.read.there', { there: far, here: near.slice(near.lastIndexOf(' ') + 1) })
    },
    [t, format, here],
  )
}
