import { expect, it } from 'vitest'

import type { Shell } from '#shared/contract/bridge'
import { desktopHost } from '../../renderer/host.ts'

const file = new File(['x'], 'list.csv')
const shell = (part: Partial<Shell>): Shell => ({
  send: () => Promise.resolve({ ok: true, value: null }),
  onEvent: () => () => {},
  upload: () => Promise.resolve({ ok: true, value: { fileId: 'id', name: 'list.csv' } }),
  save: () => Promise.resolve({ ok: true, value: true }),
  ...part,
})

it('hands a file over, and what the desktop refuses is thrown with its reason', async () => {
  await expect(desktopHost(shell({})).upload(file)).resolves.toEqual({ fileId: 'id', name: 'list.csv' })
  await expect(desktopHost(shell({})).save('id', 'list.csv')).resolves.toBe(true)
  const error = { code: 'unreadable-file', message: 'The file is empty.', reason: 'file-empty' } as const
  const refused = desktopHost(shell({ upload: () => Promise.resolve({ ok: false, error }) }))
  await expect(refused.upload(file)).rejects.toMatchObject(error)
})
