import * as z from 'zod'

import type { Handlers, Input, Output } from '#shared/contract/api'
import { AppError } from '#shared/contract/errors'
import { leadsOrder } from '#shared/contract/leads-filter'
import { columns as columnsShape, type View } from '#shared/contract/views'
import { atLeast } from '#shared/domain/people'
import { fold } from '#shared/lib/fold'
import {
  columnsOf,
  findView,
  removeView,
  saveColumns,
  saveView,
  viewsFor,
  type ViewRow,
} from '#electron/db/views'
import type { Db } from '#electron/db/open'
import type { Deps } from './deps.ts'
import { sitting, type Rep } from './facts.ts'

export const viewsHandlers = (deps: Deps) =>
  ({
    'views.list': () => listFor(deps),
    'views.save': (input) => save(deps, input),
    'views.remove': ({ id }) => remove(deps, id),
    'views.columns': ({ columns }) => {
      saveColumns(deps.db, sitting(deps.db).id, columns)
      return {}
    },
  }) satisfies Partial<Handlers>

const look = z.object({ order: leadsOrder, columns: columnsShape.nullable() })

/** One that a newer version wrote, and this one can't read, is left out and kept. */
function listFor({ db }: Deps): Output<'views.list'> {
  const rep = sitting(db)
  const columns = columnsShape.safeParse(columnsOf(db, rep.id))
  return {
    views: viewsFor(db, rep.id).flatMap(({ view, by }) => toView(view, by, rep)),
    columns: columns.success ? columns.data : null,
  }
}

function toView({ id, name, shared, look: saved, repId }: ViewRow, by: string | null, rep: Rep): View[] {
  const read = look.safeParse(saved)
  return read.success ? [{ id, name, shared, by: repId === rep.id ? null : by, ...read.data }] : []
}

function save(deps: Deps, input: Input<'views.save'>): Output<'views.save'> {
  const { db, now, newId } = deps
  return db.transaction((tx) => {
    const rep = sitting(tx)
    const before = input.id === null ? undefined : mine(tx, rep, input.id)
    if (input.shared) mustLead(rep)
    const { name, shared, order, columns } = input
    const isTaken = viewsFor(tx, rep.id).some(
      ({ view }) => view.id !== input.id && fold(view.name) === fold(name),
    )
    if (isTaken) throw new AppError('conflict', `There is a view called ${name} already.`, 'name-taken')
    const row = {
      id: before?.id ?? newId(),
      repId: before?.repId ?? rep.id,
      name,
      shared,
      look: { order, columns },
      createdAt: before?.createdAt ?? now(),
    }
    saveView(tx, row)
    return { id: row.id, name, shared, by: null, order, columns }
  })
}

function remove({ db }: Deps, id: string): Output<'views.remove'> {
  db.transaction((tx) => {
    mine(tx, sitting(tx), id)
    removeView(tx, id)
  })
  return {}
}

/** A view that the rep at the desk may change. */
function mine(tx: Db, rep: Rep, id: string): ViewRow {
  const found = findView(tx, id)
  if (!found || (found.repId !== rep.id && !found.shared))
    throw new AppError('not-found', 'That view is not here any more.', 'view-unknown')
  if (found.shared) mustLead(rep)
  return found
}

function mustLead({ role }: Rep): void {
  if (!atLeast(role, 'team_lead'))
    throw new AppError('not-allowed', 'What everybody sees is the team lead’s.', 'needs-team-lead')
}
