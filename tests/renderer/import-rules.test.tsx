import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'

import { DAY } from '#shared/lib/time'
import { importFile, NEW_LIST } from '../helpers/import-file.ts'
import { violations } from './axe.ts'
import { openImport, select } from './import-open.tsx'
import { giveEverythingASize } from './layout.ts'
import { stageBrowser } from './screen.tsx'

beforeEach(() => {
  stageBrowser()
  giveEverythingASize()
})

const HEADER = 'Código;Nombre y apellidos;Teléfono;Cargo;Origen'
const csv = (...rows: string[]) => Buffer.from([HEADER, ...rows].join('\r\n'), 'latin1')

type Opened = Awaited<ReturnType<typeof openImport>>
const choose = async ({ user }: Opened, name: RegExp, option: string) => {
  await user.click(within(screen.getByRole('main')).getByRole('button', { name }))
  await user.click(await screen.findByRole('option', { name: option }))
}
/** To the columns of the file, whoever it was checked by before. */
const toColumns = async ({ pick, next }: Opened, name: string) => {
  await pick(name)
  await screen.findByRole('heading', { level: 1, name })
  await next()
  await screen.findByText('What each column is')
}

describe('what holds for every row', () => {
  it('source, owner, cost and basis are those of rows that say nothing, and stand in the log', async () => {
    const opened = await openImport(csv('1;Ana Roa;600 111 222;;', '2;Luis Gil;600 111 333;;Feria'))
    const { app, user, next } = opened
    const write = async (field: HTMLElement, text: string) => {
      await user.click(field)
      await user.paste(text)
    }
    await toColumns(opened, 'abril.csv')
    await choose(opened, / List$/, 'A new list')
    await user.click(screen.getByRole('button', { name: /^For every row/ }))
    await write(screen.getByLabelText(/^Source, for rows/), 'Packet of April')
    await choose(opened, /Owner of new leads$/, 'Lucía Marín')
    await write(screen.getByLabelText('What this list cost'), '120.50')
    await write(screen.getByLabelText(/^Lawful basis/), 'asked at the fair')
    await choose(opened, /Why each person may be called$/, 'Consent')
    await write(screen.getByLabelText(/^Proof, for rows/), 'Signed at the stand')
    expect(await violations()).toEqual([])
    await next()
    await screen.findByRole('button', { name: /^Import 2 rows/ })
    await next()
    await screen.findByRole('heading', { name: '2 rows of abril.csv are in' })
    const of = (name: string) =>
      app.rows('leads', `person_id = (SELECT id FROM persons WHERE name = '${name}')`)
    expect(of('Ana Roa')).toMatchObject([{ source: 'Packet of April', owner_id: app.lucia }])
    expect(of('Luis Gil')).toMatchObject([{ source: 'Feria', owner_id: app.lucia }])
    const [lead] = of('Ana Roa')
    expect(await app.call('basis.list', { leadId: String(lead?.['id']) })).toMatchObject([
      { kind: 'consent', given: true, source: 'abril.csv', proof: 'Signed at the stand' },
    ])
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Another file' }))
    await user.click(await screen.findByRole('button', { name: /All about abril.csv/ }))
    const told = within(await screen.findByRole('dialog'))
    expect(told.getByText('asked at the fair')).toBeInTheDocument()
    expect(told.getByText(/120\.50/)).toBeInTheDocument()
  })
})

describe('people who are here already', () => {
  it('only they are changed, column by column as was chosen; the next file of this kind is read the same way', async () => {
    const opened = await openImport(
      csv('1;Ana Roa;600 111 222;Directora;Feria', '2;Luis Gil;600 111 333;Gerente;Feria'),
    )
    const { app, user, next } = opened
    await importFile(app, `${HEADER}\n1;Ana Roa;600 111 222;Compras;Web`, {
      newList: { ...NEW_LIST, name: 'Before' },
      delimiter: ';',
    })
    await toColumns(opened, 'mayo.csv')
    await choose(opened, / List$/, 'Before')
    await user.click(screen.getByRole('radio', { name: 'known only' }))
    await choose(opened, /^.*Cargo, for known people$/, 'overwrite')
    await choose(opened, /^.*Origen, for known people$/, 'never')
    await next()
    // Somebody who is not here is an error of this mode, and says so.
    expect(await screen.findByRole('button', { name: /^1\s*error/ })).toBeInTheDocument()
    await next()
    await screen.findByRole('heading', { name: '1 row of mayo.csv is in' })
    expect(app.rows('persons', `name = 'Ana Roa'`)).toMatchObject([{ title: 'Directora' }])
    expect(app.rows('persons', `name = 'Luis Gil'`)).toEqual([])
    expect(app.rows('leads', `source = 'Web'`)).toHaveLength(1)

    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Another file' }))
    await toColumns(opened, 'junio.csv')
    expect(screen.getByRole('radio', { name: 'known only' })).toBeChecked()
    expect(select(/Cargo, for known people$/)).toHaveTextContent('overwrite')
    expect(select(/Origen, for known people$/)).toHaveTextContent('never')
  })
})

it('what a word means is chosen in each of two columns of stages, and the one that closes counts', async () => {
  const file =
    'Nombre;Teléfono;Etapa;Estado\r\nAna Roa;600111222;Lead;Aparcado\r\nEva Gil;600111333;Lead;Abierto'
  const opened = await openImport(Buffer.from(file, 'latin1'))
  const { app, user, next } = opened
  await toColumns(opened, 'junio.csv')
  expect(screen.getByRole('button', { name: /^1 value: .*Etapa/ })).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: /^1 value nobody knows: .*Estado/ }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: /Aparcado/ }))
  await user.click(await screen.findByRole('option', { name: 'Disqualified' }))
  expect(await violations()).toEqual([])
  await user.keyboard('{Escape}')
  await next()
  await screen.findByRole('button', { name: /^Import 2 rows/ })
  await next()
  await screen.findByRole('heading', { name: '2 rows of junio.csv are in' })
  const stage = (name: string) =>
    app.rows('leads', `person_id = (SELECT id FROM persons WHERE name = '${name}')`)
  expect([stage('Ana Roa'), stage('Eva Gil')]).toMatchObject([
    [{ stage: 'disqualified' }],
    [{ stage: 'lead' }],
  ])
})

it('what is added says so, what takes the place of another says what of, and the log keeps the rule', async () => {
  const opened = await openImport(
    csv(
      '2;Ana Roa;600 111 222;Directora;Web',
      '3;Luis Gil;600 111 333;;Feria',
      '4;Eva Sol;600 111 444;;FERIA',
    ),
  )
  const { app, user, next } = opened
  await importFile(app, `${HEADER}\n1;Ana Roa;600 111 222;Compras;Web`, {
    newList: { ...NEW_LIST, name: 'Before' },
    delimiter: ';',
  })
  await toColumns(opened, 'julio.csv')
  await choose(opened, / List$/, 'Before')
  // Of ids, numbers and addresses one may have several.
  expect(select(/Código, for known people$/)).toHaveTextContent('add to what is there')
  await choose(opened, /^.*Cargo, for known people$/, 'the newest wins')
  expect(screen.getByText(/needs to know when each row was written/)).toBeInTheDocument()
  await choose(opened, /^.*Cargo, for known people$/, 'overwrite')
  expect(screen.queryByText(/needs to know when/)).toBeNull()
  await next()
  await user.click(await screen.findByRole('button', { name: /^1\s*update/ }))
  const row = (await screen.findByText('Ana Roa')).closest('[role=row]')
  expect(row).toHaveTextContent('Job title: Compras becomes Directora · External id: 2 is added')
  expect(await violations()).toEqual([])
  await next()
  await screen.findByRole('heading', { name: '3 rows of julio.csv are in' })
  // Two spellings of one source are one, as its values showed.
  expect(new Set(app.rows('leads', `source <> 'Web'`).map(({ source }) => source)).size).toBe(1)
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Another file' }))
  await user.click(await screen.findByRole('button', { name: /All about julio.csv/ }))
  const told = within(await screen.findByRole('dialog'))
  expect(told.getByText('Cargo').closest('li')).toHaveTextContent(/· overwrite$/)
  expect(told.getByText('Origen').closest('li')).toHaveTextContent(/Source$/)
})

it('whoever is looked at again without a difference to be seen, the row says why', async () => {
  const opened = await openImport(csv('9;Ana Roa;600 111 222;;'))
  const { app, user, next } = opened
  const plan = { newList: null, listId: app.list, delimiter: ';' } as const
  await importFile(app, `${HEADER}\n1;Ana Roa;600 111 222;;`, plan)
  const [lead] = app.rows<{ id: string }>('leads')
  await app.log(lead?.id ?? '', 'not_interested', { reason: 'no_need' })
  app.clock.advance(200 * DAY)
  await toColumns(opened, 'agosto.csv')
  await choose(opened, / List$/, 'Metal Q4')
  await next()
  await user.click(await screen.findByRole('button', { name: /^1\s*second look/ }))
  expect(await screen.findByText(/Disqualified .*: No need; the reason holds no more$/)).toBeInTheDocument()
})

it('a file that is gone is chosen again; trying again would find no more of it', async () => {
  const { app, pick, next, user } = await openImport()
  await pick()
  await screen.findByRole('heading', { level: 1, name: 'feria.csv' })
  await next()
  await screen.findByText('What each column is')
  rmSync(join(app.data, 'inbox'), { recursive: true })
  await next()
  expect(await screen.findByRole('alert')).toHaveTextContent('not there any more')
  const main = within(screen.getByRole('main'))
  expect(main.queryByRole('button', { name: 'Try again' })).toBeNull()
  expect(await violations()).toEqual([])
  await user.click(main.getByRole('button', { name: 'Choose a file' }))
  await screen.findByRole('heading', { level: 1, name: 'Import' })
})
