/** Primero `reason` de un AppError, luego su código. */
export const errors = {
  reason: {
    'name-taken': 'Ese nombre ya está en uso. Elige otro.',
    'rep-unknown': 'Esa persona no está en el equipo.',
    'list-unknown': 'Esa lista ya no está.',
    'address-used': 'Esta dirección ya se usó. Vuelve a abrir Callwright.',
    'engine-gone':
      'Callwright ya no está en marcha. Lo que ves quedó guardado; vuelve a abrirlo para continuar.',
    'file-gone': 'El archivo ya no está. Elígelo otra vez.',
    'file-empty': 'El archivo está vacío: no hay nada que importar.',
    'file-binary': 'Esto no es un archivo de texto. Guarda la hoja como CSV y trae ese.',
    'file-no-rows': 'El archivo tiene cabecera y ninguna fila debajo.',
    'file-encoding': 'El texto no se puede leer con esta codificación. Elige otra.',
    'needs-team-lead': 'Esto solo lo puede hacer un responsable o administración.',
  },
  code: {
    'invalid-input': 'No se ha podido leer. Revisa lo que has escrito y vuelve a intentarlo.',
    'not-found': 'Eso ya no está.',
    'not-allowed': 'Desde aquí no puedes hacer esto.',
    'unknown-method': 'Esta versión no sabe hacerlo.',
    conflict: 'Algo cambió mientras tanto. Míralo de nuevo y repítelo si sigue haciendo falta.',
    'unreadable-file': 'No se puede leer el archivo.',
    'newer-file': 'Estos datos los escribió un Callwright más nuevo. Actualiza para abrirlos.',
    'in-use': 'Otra ventana tiene abiertos estos datos. Ciérrala antes.',
    internal: 'Algo ha fallado y no se ha cambiado nada. El registro tiene los detalles.',
  },
} as const
