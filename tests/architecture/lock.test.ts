import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { completed, fetchedFrom, missingOptionals } from '../../tools/lock.ts'

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'))

test('the lock describes every optional package that it names', () => {
  assert.deepEqual(missingOptionals(read('package-lock.json')), [])
})

test('the lock names no place of download', () => {
  assert.deepEqual(fetchedFrom(read('package-lock.json')), [])
})

test('every dependency has exactly one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json')
  const loose = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(String(version)),
  )
  assert.deepEqual(loose, [])
})

test('a package of another platform that the registry did not serve is described from its name', () => {
  const lock = {
    packages: {
      'node_modules/tool': {
        version: '1.2.3',
        dev: true,
        optionalDependencies: {
          '@tool/darwin-arm64': '1.2.3',
          '@tool/linux-x64': '1.2.3',
          '@tool/odd': '1.2.3',
          other: '^1',
        },
      },
      'node_modules/tool/node_modules/@tool/linux-x64': { version: '1.2.3' },
    },
  }
  const added = Object.entries(completed(lock).packages).filter(([place]) => !(place in lock.packages))
  assert.deepEqual(added, [
    [
      'node_modules/@tool/darwin-arm64',
      { version: '1.2.3', dev: true, optional: true, os: ['darwin'], cpu: ['arm64'] },
    ],
    ['node_modules/@tool/odd', { version: '1.2.3', dev: true, optional: true, os: ['none'] }],
  ])
  assert.deepEqual(missingOptionals(completed(lock)), [])
})
