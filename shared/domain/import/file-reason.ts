/** Why a file cannot be imported: `reason` of an AppError 'unreadable-file', or of an import that failed. */
const FILE_REASONS = [
  'file-gone',
  'file-empty',
  'file-folder',
  /** Larger than LARGEST_FILE. */
  'file-too-large',
  /** Ended before all of it was read. */
  'file-cut-off',
  'file-binary',
  /** A workbook of a kind that is not read: .xls, .xlsb, .ods, .numbers. */
  'file-spreadsheet',
  'file-no-rows',
  'file-encoding',
  /** Needs a password. */
  'file-locked',
  /** Cut off, or its parts contradict each other. */
  'file-broken',
  /** Unpacks to far more than it holds, or is made to be read without end. */
  'file-unsafe',
  /** An archive inside an archive. */
  'file-nested',
  /** Packed by another method than zip and gzip have: .7z, .rar, .tar, deflate64. */
  'file-packed',
  /** An archive that holds nothing to import. */
  'file-no-table',
  'file-too-wide',
  'file-disk-full',
] as const
export type FileReason = (typeof FILE_REASONS)[number]
