import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, vi } from 'vitest'

import { TOPICS, type AppEvent } from '#shared/contract/events'
import { listen } from '../../renderer/event-stream.ts'

it('a stream that was lost and is back has everything asked for anew', async () => {
  let opened = 0
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: {"kind":"changed","topics":["queue"]}\n\n')
    if (++opened === 1) response.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const heard: AppEvent[] = []
  const stop = listen(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    {},
    (event) => void heard.push(event),
  )
  const announced = { kind: 'changed', topics: ['queue'] }
  await vi.waitFor(() => expect(heard).toHaveLength(4), 10_000)
  stop()
  server.closeAllConnections()
  server.close()
  expect(heard).toEqual([announced, { kind: 'changed', topics: TOPICS }, { kind: 'reopened' }, announced])
})
