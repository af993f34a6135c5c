import { expect, it } from 'vitest'

import { glanceAt, knownPerson } from '#electron/db/known'
import { clientOf } from '#electron/db/raw'
import { deskApp } from '../helpers/desk.ts'

it('a glance at somebody agrees with all that is known of them', () => {
  const app = deskApp()
  const leads = [
    app.lead('Ana Ruiz'),
    app.lead('Luis Gil', { externalId: 'L-1' }),
    app.lead('Eva Sanz', { externalId: 'L-2' }),
  ]
  const client = clientOf(app.db)
  const ids = leads.map(
    (id) =>
      client.prepare<[string], string>('SELECT person_id FROM leads WHERE id = ?').pluck().get(id) ?? '',
  )
  const mail = client.prepare('INSERT INTO emails (person_id, email, place) VALUES (?, ?, ?)')
  for (const [place, email] of ['eva@norte.example', 'Eva.Sanz@casa.example'].entries())
    mail.run(ids[2], email, place)
  for (const id of ids) {
    const { externalIds, emails } = knownPerson(app.db, id, () => false)
    expect(glanceAt(app.db, id)).toEqual({ hasId: externalIds.length > 0, emails })
  }
  expect(ids.map((id) => glanceAt(app.db, id).hasId)).toEqual([false, true, true])
})
