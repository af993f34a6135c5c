import { useTranslation } from 'react-i18next'

import { useAnnouncer } from '#renderer/ui/announce'
import type { Edit, LeadState } from './lead-store.ts'

/** Sets a field by hand: what was refused in words, or the way back in a notice. */
export function useEdit({ edit, unedit }: Pick<LeadState, 'edit' | 'unedit'>) {
  const { t } = useTranslation()
  const { notify } = useAnnouncer()
  const undo = async (editId: string, label: string) => {
    const reply = await unedit(editId)
    notify(
      reply.kind === 'saved'
        ? { text: t('lead.edit.undone', { label }) }
        : { tone: 'bad', text: t(`lead.edit.refused.${reply.reason}`) },
    )
  }
  return (field: Edit['field'], label: string, of: string | null = null) =>
    async (value: string): Promise<string | null> => {
      const reply = await edit({ field, value, of })
      if (reply.kind === 'refused') return t(`lead.edit.refused.${reply.reason}`)
      if (reply.kind === 'unchanged') return null
      const [other] = reply.also
      notify({
        text: other ? t('lead.edit.also', { label, name: other.name }) : t('lead.edit.saved', { label }),
        action: { label: t('leads.undo'), onPress: () => void undo(reply.editId, label) },
      })
      return null
    }
}
