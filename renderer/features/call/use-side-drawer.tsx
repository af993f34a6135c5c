import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Dialog } from '#renderer/ui/dialog'

/** On narrow windows the side column is one press away. */
export function useSideDrawer() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return {
    open: () => setOpen(true),
    around: (content: ReactNode) => (
      <Dialog
        place="drawer"
        title={t('call.history')}
        bareTitle
        closeLabel={t('common.close')}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      >
        {content}
      </Dialog>
    ),
  }
}
