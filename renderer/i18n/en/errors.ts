/** `reason` of an AppError first, then its code. */
export const errors = {
  reason: {
    'name-taken': 'That name is taken already. Choose another.',
    'rep-unknown': 'That person is not on the team.',
    'list-unknown': 'That list is not here any more.',
    'address-used': 'This address was used already. Start Callwright again.',
    'engine-gone': 'Callwright is not running any more. What you see was saved; start it again to go on.',
    'file-gone': 'The file is not there any more. Pick it again.',
    'file-empty': 'The file is empty: there is nothing in it to import.',
    'file-binary': 'This is not a text file. Save the sheet as CSV and bring that.',
    'file-no-rows': 'The file has a header and no rows below it.',
    'file-encoding': 'The text can’t be read with this encoding. Choose another one.',
    'needs-team-lead': 'Only a team lead or an admin may do this.',
  },
  code: {
    'invalid-input': 'That could not be read. Check what you typed and try again.',
    'not-found': 'That is not here any more.',
    'not-allowed': 'You may not do this from here.',
    'unknown-method': 'This version does not know how to do that.',
    conflict: 'Something else changed meanwhile. Look again and repeat it if it still holds.',
    'unreadable-file': 'The file can’t be read.',
    'newer-file': 'This data was written by a newer Callwright. Update to open it.',
    'in-use': 'Another window has this data open. Close it first.',
    internal: 'Something went wrong here, and nothing was changed. The log has the details.',
  },
} as const
