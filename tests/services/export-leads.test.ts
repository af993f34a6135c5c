import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { suppressions } from '#electron/db/schema/facts'
import { leads as leadsTable } from '#electron/db/schema/lead'
import { persons, texts } from '#electron/db/schema/person'
import { unguard } from '#shared/domain/export/guard'
import { HOUR } from '#shared/lib/time'
import { exportDesk, type ExportDesk } from '../helpers/export-desk.ts'
import { NOW } from '../helpers/test-app.ts'

let desk: ExportDesk
beforeEach(() => {
  desk = exportDesk()
})
afterEach(() => desk.close())

describe('a lead', () => {
  it('goes out once, and again with what changed named', async () => {
    const { leadId, personId } = desk.sql('Ana Pérez')
    expect(await desk.run('generic')).toMatchObject({ rows: 1, changed: 0 })
    await expect(desk.call('export.run', { profile: 'generic' })).rejects.toMatchObject({ code: 'conflict' })

    desk.db.update(persons).set({ title: 'CFO' }).run()
    desk.answer({ leadId, personId, repId: desk.lucia }, null, 'need', 'must_have')
    const again = await desk.run('generic')
    expect(again).toMatchObject({ rows: 1, changed: 1 })
    expect(again.files[0]?.rows[0]?.['_changed']).toBe('Job title; _need')
  })

  it('sends each call once, a late one alone', async () => {
    const { personId, leadId } = desk.sql('Ana Pérez')
    await desk.run('hubspot')
    const at = NOW - 2 * HOUR
    desk.add.call({
      leadId,
      personId,
      listId: desk.metal,
      repId: desk.lucia,
      at,
      outcome: 'voicemail',
      leftMessage: true,
    })
    desk.add.call({
      leadId,
      personId,
      listId: desk.metal,
      repId: desk.lucia,
      at,
      outcome: 'technical_failure',
    })
    const { files, rows } = await desk.run('hubspot')
    expect([files.length, rows]).toEqual([1, 0])
    expect(files[0]?.rows.map((row) => row['Call outcome'])).toEqual(['b2cf5968-551e-4856-9783-52b3da59a7d0'])
  })

  it('without the proofs stays, unless a team lead passed it, which is marked', async () => {
    desk.add.lead(desk.add.person('Imported so'), desk.metal, { stage: 'sql', bornAs: 'sql' })
    const { leadId } = desk.sql('Passed')
    const lead = desk.add.rep('Marta G.', 'team_lead')
    const stageId = desk.add.stage({ leadId, repId: desk.lucia, at: NOW, to: 'sql', overrideBy: lead })
    desk.db
      .insert(texts)
      .values({ factId: stageId, field: 'override', personId: lead, text: 'Known buyer' })
      .run()

    const { held, rows } = await desk.call('export.ready', { profile: 'generic' })
    expect(held.map(({ name, problems }) => [name, problems[0]?.why])).toEqual([['Imported so', 'no-proofs']])
    expect(rows.map((row) => [row.name, row.override])).toEqual([['Passed', true]])
    const { files } = await desk.run('generic')
    expect(files[0]?.rows[0]).toMatchObject({ _override_by: 'Marta G.', _override_reason: 'Known buyer' })
  })

  it('that was handed over and fell back is said again', async () => {
    const { personId, leadId } = desk.sql('Ana Pérez')
    await desk.run('salesforce')
    desk.db.update(leadsTable).set({ stage: 'disqualified' }).run()
    const stop = {
      scope: 'person',
      channel: 'call',
      personId,
      leadId,
      source: 'call',
      lifted: false,
    } as const
    const stamp = {
      id: desk.deps.newId(),
      repId: desk.lucia,
      device: 'd',
      seq: 0,
      at: NOW,
      offset: 60,
      clock: 'z',
      ruleVersion: 0,
    }
    desk.db
      .insert(suppressions)
      .values({ ...stamp, ...stop })
      .run()
    const { files } = await desk.run('salesforce')
    expect(files[0]?.rows[0]).toMatchObject({ Status: 'Closed - Not Converted', DoNotCall: 'TRUE' })
  })

  it('with undone calls shows none of them', async () => {
    const { callId } = desk.sql('Undone')
    desk.add.undo(callId, desk.lucia, NOW)
    const { held } = await desk.call('export.ready', { profile: 'generic' })
    expect(held[0]?.problems[0]?.why).toBe('no-proofs')
  })
})

describe('a file', () => {
  it('holds no formula, and every text comes back as it was', async () => {
    const hostile = (JSON.parse(readFileSync('../shared/data/naughty/blns.json', 'utf8')) as string[])
      .concat('=1+1', "'=1", '+34600111222', '-5', '@SUM(1)', '\t=1', "''-")
      .filter((text) => text.trim())
    hostile.forEach((title, n) => desk.sql(`Person ${n}`, { title }))
    const { files } = await desk.call('export.run', { profile: 'generic' })
    const raw = readFileSync(join(desk.data, 'outbox', files[0]?.fileId ?? ''), 'utf8')
    expect(raw.startsWith('\uFEFF')).toBe(true)
    const rows = desk.read(files[0]?.fileId ?? '')
    const titles = rows.map((row) => row['Job title'] ?? '')
    expect(titles.filter((cell) => /^[=@\t\r-]|^\+(?!\d+$)/.test(cell))).toEqual([])
    expect(titles.map(unguard)).toEqual(hostile)
    expect(new Set(rows.map((row) => row['Phone']))).toEqual(new Set(['+34600111222']))
  })

  it('is listed while it is there', async () => {
    desk.sql('Ana Pérez')
    const { files } = await desk.call('export.run', { profile: 'generic' })
    const [entry] = await desk.call('exports.list', {})
    expect(entry).toMatchObject({ by: 'Lucía M.', profile: 'generic', rows: 1, at: NOW, file: files[0] })
    expect(desk.events).toContainEqual({ kind: 'changed', topics: ['exports'] })
  })

  it('is not left behind when what went out could not be noted', async () => {
    desk.sql('Ana Pérez')
    desk.db.run("CREATE TRIGGER no BEFORE INSERT ON exported_leads BEGIN SELECT RAISE(ABORT, 'full'); END")
    expect(await desk.dispatch('export.run', { profile: 'generic' })).toMatchObject({ ok: false })
    expect(existsSync(join(desk.data, 'outbox')) ? readdirSync(join(desk.data, 'outbox')) : []).toEqual([])
    expect(await desk.call('exports.list', {})).toEqual([])
  })
})
