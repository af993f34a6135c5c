import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'

import type { Input } from '#shared/contract/api'
import { SECTION_IDS } from '#shared/contract/config'
import { deskApp, type DeskApp } from './desk.ts'

export const admin = (): DeskApp => {
  const made = deskApp()
  made.sit(made.given.rep('Eva Sanz', 'admin'))
  return made
}

export const exported = async (of: DeskApp) => {
  const { fileId, name } = await of.call('config.export', {})
  expect(name).toBe('callwright-configuration-2026-03-10.json')
  return readFileSync(join(of.data, 'outbox', fileId), 'utf8')
}
export type Sections = Record<string, unknown>
export const edited = (text: string, change: (sections: Sections) => void): string => {
  const file = JSON.parse(text) as { sections: Sections }
  change(file.sections)
  return JSON.stringify(file)
}
/** Read and written: all of it unless said otherwise. */
export const bring = (
  text: string,
  of: DeskApp,
  sections: Input<'config.import'>['sections'] = [...SECTION_IDS],
) => of.call('config.import', { text, name: 'team.json', sections })
export const inside = (of: unknown, ...path: (string | number)[]): Sections =>
  path.reduce<unknown>((each, name) => (each as Sections)[name], of) as Sections
export const newestVersion = async (of: DeskApp) => (await of.call('config.versions', {}))[0]?.version ?? 0
