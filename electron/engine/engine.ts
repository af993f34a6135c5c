import type { Readable } from 'node:stream'
import { inspect } from 'node:util'

import type { Reply } from '#shared/contract/api'
import { AppError, toApiError, type ApiError } from '#shared/contract/errors'
import { TOPICS, type AppEvent } from '#shared/contract/events'
import { prepareDataFolder } from './data-folder.ts'
import { adoptFile, outgoingFile, receiveFile, type Incoming } from './files.ts'
import { connect, type Link } from './link.ts'
import { openLog } from './log.ts'
import { REPORTS, reportsBeside } from './reports.ts'
import { scriptsBeside } from './scripts.ts'

type EngineOptions = {
  /** The data folder; made when it is missing. */
  data: string
  /** The script of the engine's thread. */
  entry: URL
  /** A sample workspace: an empty one is filled before the engine is ready. */
  demo?: boolean
  /** Hands an address to the system's opener; false when nothing took it. */
  openUri: (uri: string) => Promise<boolean>
}

export type Engine = {
  /** Never rejects: whatever goes wrong comes back as a reply. */
  dispatch: (method: string, input: unknown) => Promise<Reply>
  /** Returns how to stop listening. */
  onEvent: (listener: (event: AppEvent) => void) => () => void
  /** Copies a file of this machine into the inbox. Throws AppError 'unreadable-file'. */
  adopt: (path: string, name: string) => Promise<Incoming>
  /** The same for what arrives as a stream. */
  receive: (stream: Readable, name: string) => Promise<Incoming>
  /** The path of a file made to be taken away. Throws AppError 'not-found'. */
  outgoing: (fileId: string) => Promise<string>
  /** A bug of whatever shows the engine, whole, into the log that its words point to. */
  log: (error: unknown) => void
  close: () => Promise<void>
}

/** Opens the app on a data folder, in a thread of its own. Throws AppError when the store refuses to open. */
export async function startEngine({ data, entry, demo = false, openUri }: EngineOptions): Promise<Engine> {
  prepareDataFolder(data)
  const log = openLog(data)
  const listeners = new Set<(event: AppEvent) => void>()
  const emit = (event: AppEvent) => listeners.forEach((listener) => listener(event))

  const tellAll = () => {
    emit({ kind: 'changed', topics: TOPICS })
    emit({ kind: 'reopened' })
  }
  const reports = reportsBeside({ entry: scriptsBeside(entry).reader, data, log: log.write })

  const open = (): Promise<Link> =>
    connect({
      entry,
      start: { data, demo, entry: entry.href },
      emit,
      openUri,
      log: log.write,
      // A rep in the middle of a call goes on at once. When it cannot start again, every request says so.
      // What reads beside it first: the file may be another one by now, where an older copy took its place.
      onLost: () => {
        link = reports.rest().then(open)
        link.then(tellAll, () => {})
      },
    })
  let link = open()
  try {
    await link
  } catch (error) {
    log.close()
    throw error
  }

  return {
    dispatch: async (method, input) => {
      try {
        const opened = await link
        const { request } = REPORTS.has(method) ? await reports.open() : opened
        return await request(method, input)
      } catch (error) {
        return { ok: false, error: worded(error) }
      }
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    adopt: (path, name) => adoptFile(data, path, name),
    receive: (stream, name) => receiveFile(data, stream, name),
    outgoing: (fileId) => outgoingFile(data, fileId),
    log: (error) => log.write(`shell: ${inspect(error)}\n`),
    close: async () => {
      // First, so that the store can be left as one file.
      await reports.close()
      await link.then((opened) => opened.close()).catch(() => {})
      log.close()
    },
  }
}

function worded(error: unknown): ApiError {
  if (error instanceof AppError) return toApiError(error)
  return { code: 'invalid-input', message: 'The request holds something that cannot be sent.' }
}
