/** better-sqlite3 13 needs Node-API 10 and crashes without a word below it. */
export function setup(): void {
  if (Number(process.versions.napi) >= 10) return
  throw new Error(
    `The store needs Node 22.18 or newer; this is ${process.version}. Run "npm test", which brings its own.`,
  )
}
