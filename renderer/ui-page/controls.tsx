import { Phone, X } from 'lucide-react'

import { Button } from '../ui/button.tsx'
import { Chip, type Tone } from '../ui/chip.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { Specimen, type SectionProps } from './specimen.tsx'
import styles from './kit-page.module.css'

const LOOKS = ['plain', 'go', 'quiet', 'link', 'danger'] as const
const TONES: readonly Tone[] = ['plain', 'accent', 'good', 'warn', 'bad', 'info']

export function Controls({ words }: SectionProps) {
  return (
    <div className={styles.grid}>
      <Specimen name="Button">
        {LOOKS.map((look) => (
          <Button key={look} look={look}>
            {look === 'danger' ? words.remove : words.open}
          </Button>
        ))}
        <Button look="go" kbd="Ctrl ⏎" icon={<Phone size={16} aria-hidden />}>
          {words.save}
        </Button>
        {LOOKS.map((look) => (
          <Button key={look} look={look} isDisabled>
            {words.cancel}
          </Button>
        ))}
        {LOOKS.map((look) => (
          <Button key={look} look={look} small>
            {words.open}
          </Button>
        ))}
        <Button look="quiet" small icon={<X size={14} aria-hidden />} aria-label={words.cancel} />
        <Button>{words.long}</Button>
      </Specimen>
      <Specimen name="Chip">
        {TONES.map((tone) => (
          <Chip key={tone} tone={tone} icon={tone === 'bad' ? <X size={11} aria-hidden /> : null}>
            {words.late}
          </Chip>
        ))}
        <Chip>{words.long}</Chip>
      </Specimen>
      <Specimen name="Kbd">
        <Kbd isRead>1</Kbd>
        <Kbd isRead>Ctrl ⏎</Kbd>
      </Specimen>
      <Specimen name="Tooltip">
        <Tooltip text={words.note}>
          <Button>{words.more}</Button>
        </Tooltip>
      </Specimen>
    </div>
  )
}
