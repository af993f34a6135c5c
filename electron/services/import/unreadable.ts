import { AppError } from '#shared/contract/errors'
import { TOO_LARGE } from '#shared/contract/files'
import type { FileReason } from '#shared/domain/import/file-reason'

const MESSAGES: Readonly<Record<FileReason, string>> = {
  'file-gone': 'The file is not there any more. Choose it again.',
  'file-empty': 'The file is empty.',
  'file-folder': 'That is not a file. Choose a single file.',
  'file-too-large': TOO_LARGE,
  'file-cut-off': 'The file could not be read to its end. Choose it again.',
  'file-binary': 'The file is not a table of text. Save it as CSV or XLSX and choose it again.',
  'file-spreadsheet': 'The file is a workbook of another kind. Save it as XLSX or CSV and choose it again.',
  'file-no-rows': 'The file has no rows below its header.',
  'file-encoding': 'The file could not be read in that encoding. Choose another.',
  'file-locked': 'The file is protected by a password. Save it without one and choose it again.',
  'file-broken': 'The file is damaged. Open it where it comes from, save it anew and choose it again.',
  'file-unsafe': 'The file unpacks to far more than it holds, so it was not opened.',
  'file-nested': 'The file is an archive inside an archive. Unpack it and choose the table in it.',
  'file-packed':
    'The file is packed in a way that is not read. Unpack it, or save it as CSV or XLSX, and choose that.',
  'file-no-table': 'The archive holds neither CSV nor XLSX.',
  'file-too-wide': 'The file has more than 2,000 columns.',
  'file-disk-full': 'The disk is full. Make room and choose the file again.',
}

export const unreadable = (reason: FileReason): AppError =>
  new AppError('unreadable-file', MESSAGES[reason], reason)
