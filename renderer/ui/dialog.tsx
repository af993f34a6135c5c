import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

import { Button } from './button.tsx'
import { cx } from './cx.ts'
import styles from './dialog.module.css'

type DialogProps = {
  title: string
  /** Word for the closing button. */
  closeLabel: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** `top`: near the top, for finding; `drawer`: at the right edge, full height. */
  place?: 'middle' | 'top' | 'drawer'
  wide?: boolean
  /** For a table with many columns. */
  widest?: boolean
  /** The title is read but not drawn. */
  bareTitle?: boolean
}

/** Over everything else; Esc and a click outside close it, and focus goes back where it was. */
export function Dialog(props: DialogProps) {
  const { title, closeLabel, isOpen, onClose, children, place = 'middle', wide, widest, bareTitle } = props
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className={cx(styles.veil, styles[place])}
    >
      <Modal className={cx(styles.modal, wide && styles.wide, widest && styles.widest)}>
        <AriaDialog className={cx(styles.dialog)}>
          <header className={bareTitle ? 'sr-only' : styles.head}>
            <Heading slot="title">{title}</Heading>
            <Button look="quiet" small icon={<X size={16} />} aria-label={closeLabel} onPress={onClose} />
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
