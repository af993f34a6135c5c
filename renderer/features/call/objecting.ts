import type { Output } from '#shared/contract/api'
import { withCard, type Parts } from './parts.ts'

export type Library = Output<'objection.library'>['objections']
export type ScriptTexts = Output<'script.get'>['scripts']

/** What stands in the script's place: a part of it, or the answer to what was just said. */
export type Say =
  { kind: 'part'; part: 'branches' | 'closes' | 'source' } | { kind: 'objection'; code: string; id: string }

export type ScriptDeeds = {
  /** The finder of objections, where the next question stood. */
  find: (isOpen: boolean) => void
  /** Logs what they said; its answer stays in sight. */
  object: (code: string) => Promise<void>
  takeBack: (id: string, code: string) => Promise<void>
  /** Null goes back to the opener. */
  show: (say: Say | null) => void
  tickOpening: (said: boolean) => Promise<void>
}

/** The script's deeds: what to say when they say something. */
export function objecting({ call, listId, get, set, card }: Parts): ScriptDeeds {
  const log = async (code: string, takesBack: string | null) => {
    const leadId = card()?.leadId
    if (!leadId) return null
    const objections = await call('objection.log', { leadId, code, takesBack })
    if (card()?.leadId !== leadId) return null
    set({ desk: withCard(get().desk, { objections }) })
    return objections[0] ?? null
  }
  const loadLibrary = async () => {
    if (!get().library) set({ library: (await call('objection.library', {})).objections })
  }
  const loadScripts = async () => {
    const of = card()?.listId ?? listId
    if (!get().scripts) set({ scripts: (await call('script.get', { listId: of, version: null })).scripts })
  }
  return {
    find: (isFinding) => {
      set({ isFinding })
      if (isFinding) void loadLibrary()
    },
    object: async (code) => {
      set({ isFinding: false })
      const raised = await log(code, null)
      if (raised) set({ say: { kind: 'objection', code, id: raised.id } })
    },
    takeBack: async (id, code) => {
      set({ say: null })
      await log(code, id)
    },
    show: (say) => {
      set({ say })
      if (say?.kind === 'part' && say.part !== 'source') void loadScripts()
    },
    tickOpening: async (said) => {
      const leadId = card()?.leadId
      if (!leadId) return
      const draft = await call('desk.opening', { leadId, said })
      if (card()?.leadId === leadId) set({ desk: withCard(get().desk, { draft }) })
    },
  }
}
