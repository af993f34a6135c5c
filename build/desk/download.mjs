import { once } from 'node:events'
import { createWriteStream } from 'node:fs'

/** Milliseconds until the release page must have answered. */
const TO_ANSWER = 5000
/** Milliseconds without a byte after which a download counts as dead. */
const TO_STALL = 20_000

/**
 * Fetches one file: gives up in 5 s when nobody answers, in 20 s when the line goes quiet, and says how far it is.
 * @param {string} url
 * @param {string} file
 */
export async function download(url, file) {
  const patience = new AbortController()
  const wait = (/** @type {number} */ ms) => setTimeout(() => patience.abort(), ms)
  let timer = wait(TO_ANSWER)
  const into = createWriteStream(file)
  try {
    const { ok, status, headers, body } = await fetch(url, { signal: patience.signal })
    if (!ok || !body) throw new Error(`The release page answered ${status}.`)
    const say = progress(Number(headers.get('content-length')))
    for await (const bytes of body) {
      clearTimeout(timer)
      timer = wait(TO_STALL)
      say(bytes.length)
      if (!into.write(bytes)) await once(into, 'drain')
    }
  } finally {
    clearTimeout(timer)
    into.end()
    await once(into, 'close')
  }
}

/** @param {number} total bytes, or 0 when it was not said */
function progress(total) {
  let done = 0
  let told = -1
  return (/** @type {number} */ bytes) => {
    if (told < 0) console.error("Fetching Electron's runtime, once.")
    done += bytes
    const tenth = total ? Math.floor((10 * done) / total) : 0
    if (tenth > told && total) console.error(`  ${tenth * 10} % of ${Math.round(total / 1e6)} MB`)
    told = Math.max(told, tenth)
  }
}
