export const shortestPassword = 10
export const longestPassword = 128

/** What is wrong with a new password, or nothing. Length and not being guessable count; signs and capitals are not asked for. */
export type PasswordFault = 'too-short' | 'too-long' | 'holds-name' | 'too-plain' | 'same-as-before'

export type PasswordPerson = { readonly name: string; readonly loginName: string | null }

export function passwordFault(
  password: string,
  { name, loginName }: PasswordPerson,
  before: string | null,
): PasswordFault | undefined {
  const plain = password.toLowerCase()
  const names = [name, loginName ?? ''].map((text) => text.toLowerCase()).filter((text) => text.length > 1)
  if ([...password].length < shortestPassword) return 'too-short'
  if ([...password].length > longestPassword) return 'too-long'
  if (names.some((text) => plain.includes(text))) return 'holds-name'
  if (isPlain(plain)) return 'too-plain'
  return password === before ? 'same-as-before' : undefined
}

/** Four different signs or fewer, or one run along the keyboard: 1111111111, abababab12, 1234567890. */
function isPlain(password: string): boolean {
  const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
  const runs = rows.flatMap((row) => [row, [...row].toReversed().join('')])
  const signs = new Set(password).size
  return signs <= 4 || runs.some((run) => password.length > 0 && `${run}${run}`.includes(password))
}
