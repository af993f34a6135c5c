/** The first step of an import: the file and how it is read. */
export const file = {
  drop: 'Drop a file here',
  dropHint:
    'CSV or XLSX, also inside .zip or .gz, from a CRM, a fair or a spreadsheet. Nothing is written before you have seen what it would do.',
  encoding: 'Encoding',
  delimiter: 'Cells end with',
  delimiters: { comma: 'comma', semicolon: 'semicolon', tab: 'tab', bar: 'bar |' },
  entry: 'File in the archive',
  sheet: 'Sheet',
  sheetHidden: 'hidden',
  header: 'Header in line',
  headerOfSheet: 'Header in row',
  headerHint: '0 when the file has none.',
  headerRows: 'Rows of the header',
  headerRowsOf: { one: 'one', two: 'two, read as one' },
  looksWrong: 'If letters or columns look wrong, change what was found out:',
  rereadDrops_one:
    'Changing one of these reads the file anew: the {{count, number}} row fixed by hand stands as it came again.',
  rereadDrops_other:
    'Changing one of these reads the file anew: the {{count, number}} rows fixed by hand stand as they came again.',
  encodingAsked: 'Which of these reads right?',
  encodingAskedHint:
    'Nothing in the file says how its letters are written. Choose the one you can read; choose another encoding below if none does.',
  encodingChoose: 'Choose one',
  row: 'Row',
  noticesFirst:
    'This is what the first {{count, number}} rows show. The check looks at every row and says then what the whole file shows.',
  noticesAll: 'What the whole file shows',
  mendLetters: 'Read these letters as they were meant',
  mendLettersAgain: 'Mend the letters and check again',
  placeUntil: '{{line}} (line {{until}} contradicts it)',
  placesMore: '{{places}} …',
  notice: {
    quote_open_one:
      'A quote opens in line {{places}} and never closes. The line was read as it stands, and reading went on with the next.',
    quote_open_other:
      '{{count, number}} quotes open and never close: lines {{places}}. Each was read as it stands, and reading went on with the next.',
    quote_stray_one: 'A quote inside a cell is not doubled, in line {{places}}. The cell is kept as it is.',
    quote_stray_other:
      'Quotes inside {{count, number}} rows are not doubled: lines {{places}}. Their cells are kept as they are.',
    months_for_numbers:
      'A spreadsheet seems to have turned numbers like 1-5 into dates like 1 May, in {{columns}} (line {{places}}). What they were can’t be told any more: look where the list comes from.',
    dates_ambiguous:
      'No date in {{columns}} tells whether the day or the month comes first. They are read as is usual in your country.',
    dates_mixed:
      'In {{columns}} some dates have the day first and others the month (line {{places}}). One order counts for all; what does not fit is marked.',
    misread_letters_one:
      'In line {{places}} letters were read wrongly before the file was written (José as JosÃ© or Jos&eacute;): {{columns}}.',
    misread_letters_other:
      '{{count, number}} cells hold letters that were read wrongly before the file was written (José as JosÃ© or Jos&eacute;), in {{columns}}: lines {{places}}.',
    in_one_column:
      'Every line of the sheet stands whole in its first column, as when a CSV is opened with another separator. It was read as the table it is: look at the columns.',
    hidden_rows_one: '{{count, number}} row of the sheet is hidden. It comes in too.',
    hidden_rows_other: '{{count, number}} rows of the sheet are hidden. They come in too.',
    hidden_columns: 'Hidden in the sheet, and read all the same: {{columns}}.',
    merged_cells_one: 'A merged cell goes over several rows: its value counts for each.',
    merged_cells_other: '{{count, number}} merged cells go over several rows: their value counts for each.',
    formulas_unworked_one:
      'A formula has no value in the file, so its cell is empty. Open the file in a spreadsheet, save it and bring it again.',
    formulas_unworked_other:
      '{{count, number}} formulas have no value in the file, so their cells are empty. Open the file in a spreadsheet, save it and bring it again.',
    ragged_rows_one: 'The row in line {{places}} has more or fewer cells than the header.',
    ragged_rows_other: '{{count, number}} rows have more or fewer cells than the header: lines {{places}}.',
    no_header: 'No line looks like a header: columns are numbered.',
    several_people:
      'Each row seems to tell of more people than one. The first comes in; of the others {{columns}} is kept beside them, and nobody is made of it. To bring them in too, give each a row of their own.',
    duplicate_headers: 'Columns of the same name are numbered: {{columns}}.',
    nameless_columns_one: 'A column has no name.',
    nameless_columns_other: '{{count, number}} columns have no name.',
    mixed_line_ends: 'Lines end in different ways. All of them were understood.',
    nuls_removed_one: 'A NUL character was taken out.',
    nuls_removed_other: '{{count, number}} NUL characters were taken out.',
    control_characters_one: 'A control character stands in the text and is kept.',
    control_characters_other: '{{count, number}} control characters stand in the text and are kept.',
  },
} as const
