import assert from 'node:assert/strict'
import { test } from 'node:test'
import { label } from '#kernel/values/labels.ts'
import type { PageDeclaration } from '../page.ts'
import { entryAt, menuFor, splitMenu } from './menu.ts'
import { menuGroups, menuOfRole, type MenuGroupId } from './menu-groups.ts'

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

const groups = Object.keys(menuGroups).filter((id): id is MenuGroupId => id in menuGroups)
const whole = menuFor(
  groups.map((group, index) => page(`/${group}`, group, index)),
  [],
)

test('no role begins with more than seven items, and nothing that may be opened is lost', () => {
  for (const roles of [
    ...Object.keys(menuOfRole).map((role) => [role]),
    ['clerk', 'director'],
    ['of-this-court'],
    [],
  ]) {
    const { main, more } = splitMenu(whole, roles)
    assert.ok(main.length <= 7, roles.join())
    const all = [...main, ...more].map(({ group }) => group)
    assert.deepEqual(all.toSorted(), groups.toSorted(), roles.join())
  }
})

test('the menu of one post stands in the order of the post; two posts both have their first items in sight', () => {
  const ids = (roles: readonly string[]) => splitMenu(whole, roles).main.map(({ group }) => group)
  assert.deepEqual(ids(['director']), menuOfRole['director'])
  for (const group of ['desk', 'cases', 'approvals', 'deadlines'] as const)
    assert.ok(ids(['clerk', 'director']).includes(group), group)
})

test('a short menu is not folded', () => {
  const short = whole.slice(0, 7)
  assert.deepEqual(splitMenu(short, ['clerk']), { main: short, more: [] })
})
