import Database from 'better-sqlite3'

/** Words in quotes, or what stands before a bare parameter that SQLite would plan by. */
const BARE = /'(?:[^']|'')*'|(?:=|\bis(?: not)?|\blimit|\boffset|\bin\s*\()\s*(?=[?@])/gi

/**
 * The same statement with a plus before such parameters, which changes no value. SQLite may look at the value of a bare
 * one to choose a plan (https://sqlite.org/c3ref/prepare.html, sqlite3_prepare_v2, third point), and marks the statement
 * to be compiled anew once another is bound; better-sqlite3 unbinds all after every run, so nearly every query of ours
 * was compiled each time it ran. Behind a plus it is not looked at.
 */
export const steady = (text: string): string =>
  text.replaceAll(BARE, (found) => (found.startsWith("'") ? found : `${found}+`))

/** Every statement of this connection is compiled once. */
export function keepSteady(sqlite: Database.Database): void {
  const prepare = (text: string) => Database.prototype.prepare.call(sqlite, steady(text))
  sqlite.prepare = prepare as typeof sqlite.prepare
}
