import { build } from 'vite'
import { webConfig } from '../vite.config.ts'

/** Builds the gallery, which is never shipped: `node src/web/gallery/build.ts <folder>`. */
export const buildGallery = (outDir: string) => build(webConfig(outDir, 'gallery/index.html'))

if (import.meta.main) await buildGallery(process.argv[2] ?? 'dist/gallery')
