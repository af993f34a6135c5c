import { act, screen, waitFor } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'

import { showTwo, stageBrowser } from './screen.tsx'

beforeEach(stageBrowser)

const OTHER = '10000000-0000-4000-8000-000000000002'
const wake = () => act(() => void document.dispatchEvent(new Event('resume')))
const seats = (app: Awaited<ReturnType<typeof showTwo>>['app']) => app.rows<{ seat: string }>('leases')

it('a page that slept takes its lead again before anybody else can', async () => {
  const { app, name } = await showTwo()
  await name('Ana Ruiz')
  await app.call('desk.leave', { seat: null })
  expect(seats(app)).toEqual([])
  wake()
  await waitFor(() => expect(seats(app)).toHaveLength(1))
  const there = await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat: OTHER })
  expect(there?.person.name).toBe('Luis Peña')
  expect(screen.getByRole('heading', { level: 1, name: 'Ana Ruiz' })).toBeInTheDocument()
})

it('of a lead that another has by now it says so, and the next is there; what was typed is kept', async () => {
  const { app, user, name } = await showTwo()
  await name('Ana Ruiz')
  await user.type(screen.getByRole('textbox', { name: 'Notes, saved as you type' }), 'a medias')
  await app.call('desk.leave', { seat: null })
  const there = await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat: OTHER })
  expect(there?.person.name).toBe('Ana Ruiz')
  wake()
  await name('Luis Peña')
  expect(await screen.findByRole('alert')).toHaveTextContent(/Ana Ruiz.*What you had typed is kept/)
  expect(app.rows<{ note: string }>('drafts').map(({ note }) => note)).toContainEqual(
    expect.stringContaining('a medias'),
  )
})

it('after a reload as well: the lead that another has is not opened twice', async () => {
  const { app, name, reopen } = await showTwo()
  await name('Ana Ruiz')
  await app.call('desk.leave', { seat: null })
  await app.call('desk.open', { listId: app.list, leadId: null, after: null, seat: OTHER })
  reopen()
  await name('Luis Peña')
  expect(seats(app)).toHaveLength(2)
})
