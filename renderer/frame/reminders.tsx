import { useStore } from 'zustand'

import { ReminderBar, type ReminderBarProps } from '#renderer/features/agenda/reminder-bar'
import { onTheDesk } from '#renderer/on-the-desk'

/** It listens by itself to who is on the desk: every outcome changes that, and must not draw the frame anew. */
export function Reminders(props: Omit<ReminderBarProps, 'inSight'>) {
  const inSight = useStore(onTheDesk, (desk) => desk.leadId)
  return <ReminderBar {...props} inSight={inSight} />
}
