import { FileUp } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { DropZone, FileTrigger, type FileDropItem } from 'react-aria-components'

import { Button } from './button.tsx'
import { cx } from './cx.ts'
import styles from './file-drop.module.css'

type FileDropProps = {
  /** What to drop, and the word on the button. */
  title: string
  choose: string
  hint?: ReactNode
  /** Endings or types the system's dialog offers, `.csv`. */
  accept?: readonly string[]
  onFile: (file: File) => void
  /** Nothing but a folder was dropped. */
  onFolder?: () => void
  isDisabled?: boolean
}

/** Takes one file, dropped, pasted or picked. */
export function FileDrop({
  title,
  choose,
  hint,
  accept,
  onFile,
  onFolder,
  isDisabled = false,
}: FileDropProps) {
  const picker = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLSpanElement>(null)
  return (
    // The zone itself has the focus before its button: there too the keys of a button open the system's dialog.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        if (button.current?.contains(event.target as Node)) return
        event.preventDefault()
        if (!event.repeat) picker.current?.click()
      }}
    >
      <DropZone
        className={cx(styles.zone)}
        aria-label={title}
        isDisabled={isDisabled}
        onDrop={(event) => {
          const dropped = event.items.find((item): item is FileDropItem => item.kind === 'file')
          if (dropped) void dropped.getFile().then(onFile)
          else if (event.items.some(({ kind }) => kind === 'directory')) onFolder?.()
        }}
      >
        <FileUp size={24} strokeWidth={1.6} aria-hidden />
        <strong>{title}</strong>
        <span ref={button}>
          <FileTrigger
            ref={picker}
            {...(accept ? { acceptedFileTypes: accept } : {})}
            onSelect={(files) => {
              const [file] = files ?? []
              if (file) onFile(file)
            }}
          >
            <Button look="go" isDisabled={isDisabled}>
              {choose}
            </Button>
          </FileTrigger>
        </span>
        {hint && <p>{hint}</p>}
      </DropZone>
    </div>
  )
}
