/** @typedef {Map<number, Buffer>} Images PNG files by their side in pixels */

/**
 * Windows: a directory of 16-byte entries, then the PNG files as they are (Vista and newer read them so).
 * @param {Images} images
 */
export function ico(images) {
  const fitting = [...images].filter(([size]) => size <= 256)
  const head = Buffer.alloc(6 + 16 * fitting.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(fitting.length, 4)
  let at = head.length
  fitting.forEach(([size, png], index) => {
    const entry = 6 + 16 * index
    head.writeUInt8(size % 256, entry) // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
  })
  return Buffer.concat([head, ...fitting.map(([, png]) => png)])
}

/** What macOS calls each size; the second name is the same picture for a screen of double density. */
const NAMES = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/**
 * macOS: named chunks, each with its length in front.
 * @param {Images} images
 */
export function icns(images) {
  const chunks = Object.entries(NAMES).flatMap(([size, names]) => {
    const png = images.get(Number(size))
    return png ? names.map((name) => chunk(name, png)) : []
  })
  return chunk('icns', Buffer.concat(chunks))
}

/** @param {string} name @param {Buffer} body */
function chunk(name, body) {
  const head = Buffer.alloc(8)
  head.write(name, 'latin1')
  head.writeUInt32BE(8 + body.length, 4)
  return Buffer.concat([head, body])
}
