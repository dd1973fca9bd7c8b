import { readFileSync } from 'node:fs'

type Manifest = { readonly version: string }

export const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as Manifest
