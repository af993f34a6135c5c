import type { PanelProps } from './panels.tsx'
import { FirstList } from './features/people/first-list.tsx'

export function DeskPage({ call }: PanelProps & { leadId: string | null }) {
  return <FirstList call={call} />
}
