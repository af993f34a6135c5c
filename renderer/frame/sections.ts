import {
  CalendarClock,
  ChartNoAxesColumn,
  Download,
  Phone,
  Settings,
  Sun,
  Upload,
  Users,
  type LucideIcon,
} from 'lucide-react'

import type { Screen } from '#shared/domain/command'

export type Section = Screen

/** The rail, in order: one table for links, routes and commands. */
export const SECTIONS: readonly { id: Section; path: string; icon: LucideIcon }[] = [
  { id: 'queue', path: '/queue', icon: Phone },
  { id: 'day', path: '/day', icon: Sun },
  { id: 'agenda', path: '/agenda', icon: CalendarClock },
  { id: 'leads', path: '/leads', icon: Users },
  { id: 'import', path: '/import', icon: Download },
  { id: 'numbers', path: '/numbers', icon: ChartNoAxesColumn },
  { id: 'export', path: '/export', icon: Upload },
  { id: 'settings', path: '/settings', icon: Settings },
]
