// The door to the program. It alone must run on any Node, because it is here that an old one is told apart:
// `npm ci` brings Node 26 along, and npm puts it first in the path of its scripts.
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const needed = 26

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `当前 Node.js 为 ${process.versions.node}，兑现需要随附的 Node.js ${needed}：` +
      '请在本目录运行 npm ci（不要加 --ignore-scripts），再用 npm start 启动。',
  )
  process.exit(4)
}

// What was compiled once is kept beside the packages: the second start reads it instead of compiling again. Where the
// folder cannot be written the program runs without it.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/duixian', import.meta.url)))

await import('./app/cli.ts')
