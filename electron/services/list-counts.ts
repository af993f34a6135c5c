import type { Handlers } from '#shared/contract/api'
import { countLeadsByList } from '#electron/db/list'
import type { Deps } from './deps.ts'

/** It only reads, and all leads of a very large store: the reader's thread answers it. */
export const listCountHandlers = ({ db }: Pick<Deps, 'db'>) =>
  ({
    'lists.counts': () => countLeadsByList(db),
  }) satisfies Partial<Handlers>
