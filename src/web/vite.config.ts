import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import type { InlineConfig } from 'vite'
import { fallbackFont } from './fallback-font.ts'
import { registerHeads } from './register-heads.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Vendors change rarely and pages often: a new release leaves the large files in the browsers' caches. */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'data', test: /node_modules[\\/](@tanstack|zod)[\\/]/ },
  { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/ },
]

export const webConfig = (outDir = here('../../dist/web'), entry = 'index.html'): InlineConfig => ({
  configFile: false,
  root: here('.'),
  mode: 'production',
  logLevel: 'warn',
  plugins: [fallbackFont(), registerHeads(), react()],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir,
    emptyOutDir: true,
    target: 'chrome109',
    // Fonts as data: addresses would be blocked by the content security policy.
    assetsInlineLimit: (file) => (file.endsWith('.woff2') ? false : undefined),
    chunkSizeWarningLimit: 800,
    reportCompressedSize: false,
    rolldownOptions: { input: here(entry), output: { codeSplitting: { groups: chunks } } },
  },
})

export default webConfig()
