// `node build/run.mjs icons`: draws build/icons/icon.svg at every size a system asks for. Its results are committed,
// so that packing needs neither a browser nor a converter.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'

import { browserOrAdvice } from './browser/install.mjs'
import { icns, ico } from './icons/containers.mjs'

const PNG_SIZES = [16, 32, 48, 64, 128, 256, 512, 1024]
const FOLDER = 'build/icons'

const { browser: executablePath, advice } = browserOrAdvice()
if (advice) throw new Error(advice)
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const svg = readFileSync(`${FOLDER}/icon.svg`, 'utf8').replace(
  '<svg',
  '<svg style="display:block;width:100vw;height:100vh"',
)

/** @type {Map<number, Buffer>} */
const images = new Map()
for (const size of PNG_SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<body style="margin:0;background:transparent">${svg}`)
  images.set(size, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()

mkdirSync(`${FOLDER}/linux`, { recursive: true })
for (const [size, png] of images) writeFileSync(`${FOLDER}/linux/${size}x${size}.png`, png)
writeFileSync(`${FOLDER}/icon.ico`, ico(images))
writeFileSync(`${FOLDER}/icon.icns`, icns(images))
