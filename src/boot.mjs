// The door to the program. It alone must run on any Node, because it is here that an old one is told apart:
// `npm ci` brings Node 26 along, and npm puts it first in the path of its scripts.
const needed = 26

if (Number.parseInt(process.versions.node, 10) < needed) {
  console.error(
    `当前 Node.js 为 ${process.versions.node}，兑现需要随附的 Node.js ${needed}：` +
      '请在本目录运行 npm ci（不要加 --ignore-scripts），再用 npm start 启动。',
  )
  process.exit(4)
}

await import('./app/cli.ts')
