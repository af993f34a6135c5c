const EN = {
  cannotStart: 'Callwright cannot start',
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
}
type Words = typeof EN

const ES: Words = {
  cannotStart: 'Callwright no puede arrancar',
  file: 'Archivo',
  edit: 'Edición',
  view: 'Ver',
  window: 'Ventana',
}

/** What the shell itself says; the page has its own catalogue. `locale` is a BCP 47 tag such as `es-ES`. */
export const words = (locale: string): Words => (locale.startsWith('es') ? ES : EN)
