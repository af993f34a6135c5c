import { spawn } from 'node:child_process'

/** The system's own opener; the address is its last argument and no shell ever reads it. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}
const ELSEWHERE = ['xdg-open'] as const

const CALLABLE = /^(tel|sip|callto):[+0-9A-Za-z@.-]+(;ext=\d{1,7})?$/
/** Milliseconds. An opener that still runs has found a program and stays with it. */
const PATIENCE = 900

/** Hands a number to the system's phone program. False, within a second, when nothing took it or it is no number. */
export function openUri(
  uri: string,
  [command, ...args] = OPENERS[process.platform] ?? ELSEWHERE,
): Promise<boolean> {
  if (!CALLABLE.test(uri)) return Promise.resolve(false)
  return new Promise((resolve) => {
    const opener = spawn(command, [...args, uri], { stdio: 'ignore', detached: true })
    const late = setTimeout(() => resolve(true), PATIENCE)
    const settle = (taken: boolean) => {
      clearTimeout(late)
      resolve(taken)
    }
    opener.once('error', () => settle(false))
    opener.once('exit', (code) => settle(code === 0))
    opener.unref()
  })
}
