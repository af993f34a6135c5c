import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { refresh } from '#electron/services/queue'
import { MAY_CALL_RULES } from '#shared/domain/may-call'
import { WAITS } from '#shared/domain/queue'
import { HOUR, MINUTE } from '#shared/lib/time'
import { type DeskApp } from '../helpers/desk.ts'
import { en } from '../../renderer/i18n/en.ts'
import { es } from '../../renderer/i18n/es.ts'
import { violations } from './axe.ts'
import { showApp, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const place = (app: DeskApp, ids: readonly string[]) => app.db.transaction((tx) => refresh(tx, app.deps, ids))
const page = (id: string) => void (location.hash = `/leads/${id}`)

describe('whoever is odd is shown as such', () => {
  it('somebody of whom nobody knows where they are', async () => {
    await showApp((app) => {
      const id = app.lead('Ana Ruiz')
      app.db.run(`UPDATE persons SET country = NULL, province = NULL`)
      app.db.run(`UPDATE phones SET e164 = '+88213000000'`)
      app.db.run(`UPDATE lists SET country = 'ZZ'`)
      place(app, [id])
      page(id)
    })
    expect(await screen.findByText(/where they are is not known/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('somebody without a number', async () => {
    await showApp((app) => {
      const id = app.lead('Ana Ruiz', { phones: 0 })
      page(id)
    }, 'es')
    expect((await screen.findAllByText(/no hay número al que llamar/)).length).toBeGreaterThan(0)
    expect(await violations()).toEqual([])
  })

  it('one of forty behind a number that was dialled as often as it may', async () => {
    await showApp(async (app) => {
      const ids = Array.from({ length: 40 }, (_, n) => app.lead(`Ana ${n}`, { companyId: null }))
      app.db.run(`UPDATE phones SET e164 = '+34915550101'`)
      app.db.run(`INSERT INTO identities (kind, key, person_id) SELECT 'phone', e164, person_id FROM phones`)
      place(app, ids)
      for (const id of ids.slice(0, 2)) await app.log(id, 'no_answer')
      page(ids[39] ?? '')
    })
    expect(await screen.findByText(/2\/2 dials of the number today/)).toBeInTheDocument()
    expect(await violations()).toEqual([])
  })

  it('a call in which the clock was set back', async () => {
    await showApp(async (app) => {
      const id = app.lead('Ana Ruiz')
      const { person } = await app.open(id)
      await app.call('call.dial', { leadId: id, phoneId: person.phones[0]?.id ?? '', override: null })
      await app.call('call.answered', { leadId: id })
      app.clock.advance(2 * MINUTE)
      // When they answered, the wall was an hour ahead of where it is now.
      app.db.run(`UPDATE drafts SET answered_at = answered_at + ${HOUR}, dialled_at = dialled_at + ${HOUR}`)
      location.hash = `/queue/${id}`
    })
    const told = await screen.findByText('clock changed')
    expect(told).toHaveAttribute('title', expect.stringContaining('The time is counted without it'))
    expect(await violations()).toEqual([])
  })
})

it('every rule and every wait is said in words, in both languages', () => {
  for (const words of [en, es]) {
    const { rule } = words.queue as unknown as { rule: Readonly<Record<string, string>> }
    expect(MAY_CALL_RULES.filter((each) => !(each in rule) && !(`${each}_seen` in rule))).toEqual([])
    const said = JSON.stringify(words.queue)
    expect(WAITS.filter((each) => !said.includes(`"${each}"`))).toEqual([])
  }
})
