import { copyFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { app, dialog, type BrowserWindow } from 'electron'

import { AppError } from '#shared/contract/errors'
import { words } from './words.ts'

/**
 * Asks where to and copies a file there. False when the person thought better of it. Throws AppError 'not-allowed' where
 * nothing can be written.
 */
export async function saveCopy(window: BrowserWindow, from: string, name: string): Promise<boolean> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath: basename(name) })
  if (canceled || !filePath) return false
  await copyFile(from, filePath).catch(() => {
    const message = 'The file could not be written there. Choose another folder, or make room on the disk.'
    throw new AppError('not-allowed', message, 'not-written')
  })
  return true
}

/** For what happens before there is a window to say it in. */
export function sayTrouble(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(words(app.getLocale()).cannotStart, text)
}
