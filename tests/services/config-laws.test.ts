import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { SECTION_IDS } from '#shared/contract/config'
import { deeds, doAll } from '../helpers/config-deeds.ts'
import { admin, bring, edited, exported, inside, newestVersion } from '../helpers/config.ts'

const only = (of: object, names: readonly string[]) =>
  Object.fromEntries(Object.entries(of).filter(([name]) => names.includes(name)))

describe('the laws of the file', () => {
  it('out, in and out again is the same, here and in an empty workspace', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, async (list) => {
        const [one, other] = [admin(), admin()]
        await doAll(one, list)
        const text = await exported(one)
        expect(await bring(text, one)).toMatchObject({ kind: 'saved', version: null })
        expect(await exported(one)).toBe(text)
        expect(await bring(text, other)).toMatchObject({ kind: 'saved' })
        const lists = (of: string) => Object.keys(inside(JSON.parse(of), 'sections', 'lists'))
        const there = edited(await exported(other), (each) =>
          Object.assign(each, { lists: only(inside(each, 'lists'), lists(text)) }),
        )
        expect(JSON.parse(there)).toEqual(JSON.parse(text))
        one.close()
        other.close()
      }),
      { numRuns: 12 },
    )
  })

  it('whatever is changed, going back gives what was', async () => {
    await fc.assert(
      fc.asyncProperty(deeds, deeds, async (first, then) => {
        const one = admin()
        await doAll(one, first)
        const [text, version] = [await exported(one), await newestVersion(one)]
        await doAll(one, then)
        await one.call('config.restore', { version, sections: [...SECTION_IDS] })
        expect(await exported(one)).toBe(text)
        expect((await one.call('config.compare', { version })).flatMap(({ changes }) => changes)).toEqual([])
        one.close()
      }),
      { numRuns: 12 },
    )
  })
})
