import { unreadable } from '../unreadable.ts'
import type { ZipEntry } from '../zip.ts'
import { attribute, xmlReader, type XmlEars } from './xml.ts'

/** As parts refer to each other, whatever program wrote it. */
export const partName = ({ name }: ZipEntry): string =>
  name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()

export async function hear(pieces: AsyncIterable<Buffer>, ears: XmlEars): Promise<void> {
  const xml = xmlReader(ears)
  const decoder = new TextDecoder()
  for await (const piece of pieces) xml.push(decoder.decode(piece, { stream: true }))
  xml.end()
}

type Tag = { name: string; attributes: string }
/** Tags of a part that only lists things. */
const MOST_TAGS = 100_000

/** The tags of a part. Throws AppError 'unreadable-file'. */
export async function gathered(
  read: (entry: ZipEntry, ears: XmlEars) => Promise<void>,
  entry: ZipEntry,
): Promise<Tag[]> {
  const tags: Tag[] = []
  const open = (name: string, attributes: string) => {
    if (tags.length === MOST_TAGS) throw unreadable('file-unsafe')
    tags.push({ name, attributes })
  }
  await read(entry, { open, close: () => {}, text: () => {} })
  return tags
}

/** What a part points to; `kind` is the last word of its type, which differs between the two forms of the standard. */
export function relations(tags: readonly Tag[], from: string): { id: string; kind: string; part: string }[] {
  const folder = from.split('/').slice(0, -1)
  return tags
    .filter(({ name }) => name === 'Relationship')
    .map(({ attributes }) => {
      const target = attribute(attributes, 'Target') ?? ''
      const steps = target.startsWith('/') ? [] : [...folder]
      for (const step of target.split('/'))
        if (step === '..') steps.pop()
        else if (step !== '' && step !== '.') steps.push(step)
      return {
        id: attribute(attributes, 'Id') ?? '',
        kind: attribute(attributes, 'Type')?.split('/').at(-1) ?? '',
        part: steps.join('/'),
      }
    })
}
