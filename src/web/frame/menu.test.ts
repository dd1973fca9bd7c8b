import assert from 'node:assert/strict'
import { test } from 'node:test'
import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '../page.ts'
import { entryAt, menuFor } from './menu.ts'
import type { MenuGroupId } from './menu-groups.ts'

const page = (path: `/${string}`, group: MenuGroupId, order: number, permission?: string): PageDeclaration => ({
  path,
  navigation: { title: label(path, path), group, order, ...(permission && { permission }) },
  load: () => Promise.reject(new Error('never opened here')),
})

const pages = [
  page('/cases/pool', 'cases', 2, 'cases.read'),
  page('/cases', 'cases', 1, 'cases.read'),
  page('/desk', 'desk', 1),
  page('/audit', 'audit', 1, 'audit.read'),
]

test('nobody sees a menu item whose page he may not open', () => {
  const paths = menuFor(pages, ['cases.read']).flatMap(({ entries }) => entries.map(({ path }) => path))
  assert.deepEqual(paths, ['/desk', '/cases', '/cases/pool'])
})

test('a menu group opens its first page in order', () => {
  const [, cases] = menuFor(pages, ['cases.read'])
  assert.equal(cases?.path, '/cases')
})

test('the open page is the one with the longest address, not the first that fits', () => {
  const menu = menuFor(pages, ['cases.read'])
  assert.equal(entryAt(menu, '/cases/pool/7')?.path, '/cases/pool')
  assert.equal(entryAt(menu, '/cases/7')?.path, '/cases')
  assert.equal(entryAt(menu, '/casesand'), undefined)
})
