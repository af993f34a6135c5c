/** El primer paso de una importación: el archivo y cómo se lee. */
export const file = {
  drop: 'Suelta aquí un archivo',
  dropHint:
    'CSV o XLSX, también dentro de un .zip o .gz, de un CRM, una feria o una hoja de cálculo. No se escribe nada hasta que veas qué haría.',
  encoding: 'Codificación',
  delimiter: 'Las celdas acaban en',
  delimiters: { comma: 'coma', semicolon: 'punto y coma', tab: 'tabulador', bar: 'barra |' },
  entry: 'Archivo del comprimido',
  sheet: 'Hoja',
  sheetHidden: 'oculta',
  header: 'Cabecera en la línea',
  headerOfSheet: 'Cabecera en la fila',
  headerHint: '0 si el archivo no tiene.',
  headerRows: 'Filas de la cabecera',
  headerRowsOf: { one: 'una', two: 'dos, leídas como una' },
  looksWrong: 'Si las letras o las columnas se ven mal, cambia lo averiguado:',
  rereadDrops_one:
    'Si cambias algo de esto, el archivo se lee de nuevo y la fila arreglada a mano vuelve a como vino.',
  rereadDrops_many:
    'Si cambias algo de esto, el archivo se lee de nuevo y las {{count, number}} filas arregladas a mano vuelven a como vinieron.',
  rereadDrops_other:
    'Si cambias algo de esto, el archivo se lee de nuevo y las {{count, number}} filas arregladas a mano vuelven a como vinieron.',
  encodingAsked: '¿Cuál de estas se lee bien?',
  encodingAskedHint:
    'Nada en el archivo dice cómo están escritas sus letras. Elige la que puedas leer; si no es ninguna, elige otra codificación abajo.',
  encodingChoose: 'Elige una',
  row: 'Fila',
  noticesFirst:
    'Esto es lo que muestran las primeras {{count, number}} filas. La revisión mira todas y dice entonces lo que muestra el archivo entero.',
  noticesAll: 'Lo que muestra el archivo entero',
  mendLetters: 'Leer esas letras como se escribieron',
  mendLettersAgain: 'Arreglar las letras y revisar otra vez',
  placeUntil: '{{line}} (la línea {{until}} lo contradice)',
  placesMore: '{{places}} …',
  notice: {
    quote_open_one:
      'En la línea {{places}} se abren unas comillas que no se cierran. La línea se leyó tal cual y se siguió con la siguiente.',
    quote_open_many:
      '{{count, number}} comillas se abren y no se cierran: líneas {{places}}. Cada una se leyó tal cual y se siguió con la siguiente.',
    quote_open_other:
      '{{count, number}} comillas se abren y no se cierran: líneas {{places}}. Cada una se leyó tal cual y se siguió con la siguiente.',
    quote_stray_one:
      'En la línea {{places}} hay comillas sin duplicar dentro de una celda. La celda se guarda como está.',
    quote_stray_many:
      'En {{count, number}} filas hay comillas sin duplicar dentro de una celda: líneas {{places}}. Se guardan como están.',
    quote_stray_other:
      'En {{count, number}} filas hay comillas sin duplicar dentro de una celda: líneas {{places}}. Se guardan como están.',
    months_for_numbers:
      'Parece que una hoja de cálculo convirtió números como 1-5 en fechas como 1 de mayo, en {{columns}} (línea {{places}}). Ya no se puede saber qué eran: míralo donde nació la lista.',
    dates_ambiguous:
      'Ninguna fecha de {{columns}} dice si va antes el día o el mes. Se leen como es costumbre en tu país.',
    dates_mixed:
      'En {{columns}} unas fechas llevan delante el día y otras el mes (línea {{places}}). Vale un solo orden para todas; lo que no encaje queda marcado.',
    misread_letters_one:
      'En la línea {{places}} hay letras que se leyeron mal antes de escribir el archivo (José como JosÃ© o Jos&eacute;): {{columns}}.',
    misread_letters_many:
      '{{count, number}} celdas llevan letras que se leyeron mal antes de escribir el archivo (José como JosÃ© o Jos&eacute;), en {{columns}}: líneas {{places}}.',
    misread_letters_other:
      '{{count, number}} celdas llevan letras que se leyeron mal antes de escribir el archivo (José como JosÃ© o Jos&eacute;), en {{columns}}: líneas {{places}}.',
    in_one_column:
      'Cada línea de la hoja está entera en su primera columna, como cuando se abre un CSV con otro separador. Se leyó como la tabla que es: mira las columnas.',
    hidden_rows_one: '{{count, number}} fila de la hoja está oculta. También entra.',
    hidden_rows_many: '{{count, number}} filas de la hoja están ocultas. También entran.',
    hidden_rows_other: '{{count, number}} filas de la hoja están ocultas. También entran.',
    hidden_columns: 'Ocultas en la hoja, y leídas igualmente: {{columns}}.',
    merged_cells_one: 'Una celda combinada ocupa varias filas: su valor vale para cada una.',
    merged_cells_many:
      '{{count, number}} celdas combinadas ocupan varias filas: su valor vale para cada una.',
    merged_cells_other:
      '{{count, number}} celdas combinadas ocupan varias filas: su valor vale para cada una.',
    formulas_unworked_one:
      'Una fórmula no trae valor en el archivo y su celda está vacía. Ábrelo en una hoja de cálculo, guárdalo y tráelo otra vez.',
    formulas_unworked_many:
      '{{count, number}} fórmulas no traen valor en el archivo y sus celdas están vacías. Ábrelo en una hoja de cálculo, guárdalo y tráelo otra vez.',
    formulas_unworked_other:
      '{{count, number}} fórmulas no traen valor en el archivo y sus celdas están vacías. Ábrelo en una hoja de cálculo, guárdalo y tráelo otra vez.',
    ragged_rows_one: 'La fila de la línea {{places}} tiene más o menos celdas que la cabecera.',
    ragged_rows_many: '{{count, number}} filas tienen más o menos celdas que la cabecera: líneas {{places}}.',
    ragged_rows_other:
      '{{count, number}} filas tienen más o menos celdas que la cabecera: líneas {{places}}.',
    no_header: 'Ninguna línea parece una cabecera: las columnas van numeradas.',
    several_people:
      'Cada fila parece hablar de más de una persona. Entra la primera; de las demás, {{columns}} se guarda junto a ella y no se crea a nadie. Para que entren también, dale a cada una su fila.',
    duplicate_headers: 'Las columnas que se llaman igual llevan número: {{columns}}.',
    nameless_columns_one: 'Una columna no tiene nombre.',
    nameless_columns_many: '{{count, number}} columnas no tienen nombre.',
    nameless_columns_other: '{{count, number}} columnas no tienen nombre.',
    mixed_line_ends: 'Las líneas acaban de maneras distintas. Se entendieron todas.',
    nuls_removed_one: 'Se quitó un carácter NUL.',
    nuls_removed_many: 'Se quitaron {{count, number}} caracteres NUL.',
    nuls_removed_other: 'Se quitaron {{count, number}} caracteres NUL.',
    control_characters_one: 'Hay un carácter de control en el texto, y se conserva.',
    control_characters_many: 'Hay {{count, number}} caracteres de control en el texto, y se conservan.',
    control_characters_other: 'Hay {{count, number}} caracteres de control en el texto, y se conservan.',
  },
} as const
