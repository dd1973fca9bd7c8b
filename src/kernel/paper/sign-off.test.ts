import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signOff, widthInCharacters } from './sign-off.ts'

/** How far the middle of a line stands from the right edge, in characters. */
const middle = (text: string | null, blank: number): number => blank + widthInCharacters(text ?? '') / 2

for (const issuer of ['某县法院', '示范县人民法院', '示范自治州示范自治县人民法院执行局']) {
  test(`${issuer} is signed over the middle of the date`, () => {
    const signed = signOff(issuer, '2024年12月31日')
    assert.ok(signed)
    assert.equal(middle(signed.issuer, signed.issuerBlank), middle(signed.date, signed.dateBlank))
    assert.ok(signed.dateBlank >= 4 && signed.issuerBlank >= 2)
  })
}

test('the date leaves four characters at the right when the issuer is no longer than it', () => {
  assert.equal(signOff('示范县人民法院', '2024年12月31日')?.dateBlank, 4)
})

test('a paper that nobody signs has no signature', () => {
  assert.equal(signOff(null, null), null)
})
