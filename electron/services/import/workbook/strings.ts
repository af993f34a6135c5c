import { unescaped } from './cell.ts'
import type { XmlEars } from './xml.ts'

/** The texts that cells refer to by their place; to be told what stands in `sharedStrings.xml`. */
export function stringsReader(): { ears: XmlEars; strings: readonly string[] } {
  const strings: string[] = []
  let text = ''
  let [isText, isSound] = [false, false]
  return {
    strings,
    ears: {
      open: (name) => {
        if (name === 't') isText = !isSound
        // How a Japanese name is spoken, which is not part of it.
        else if (name === 'rPh') isSound = true
      },
      text: (part) => {
        if (isText) text += part
      },
      close: (name) => {
        if (name === 't') isText = false
        else if (name === 'rPh') isSound = false
        else if (name === 'si') {
          strings.push(unescaped(text))
          text = ''
        }
      },
    },
  }
}
