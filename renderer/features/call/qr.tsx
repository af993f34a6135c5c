import { encode } from 'uqr'

import styles from './parts.module.css'

type QrProps = { text: string; label: string }

/** A code that a mobile's camera reads. Dark on light in every theme: cameras know no other. */
export function Qr({ text, label }: QrProps) {
  const { data, size } = encode(text, { border: 2 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg className={styles.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={`M0 0h${size}v${size}h-${size}z`} fill="#fff" />
      <path d={dark.join('')} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
