// `npm run pack`: installers for this system under dist/; flags go to electron-builder (`-- --win --linux`, `-- --dir`).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

import { bundleOrDie } from './desk/headless.mjs'

bundleOrDie()
const cli = join('node_modules', 'electron-builder', 'cli.js')
const args = [cli, '--config', 'build/electron-builder.yml', '--publish', 'never', ...process.argv.slice(2)]
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1)
