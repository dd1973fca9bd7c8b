/** What is wrong outside the program: the machine, the folder, the port. The person must act; a retry alone will not help. */
export type EnvironmentFaultKind =
  | 'wrong-node'
  | 'platform'
  | 'disk-full'
  | 'not-writable'
  | 'newer-data'
  | 'older-data'
  | 'port-taken'
  | 'database-unreachable'
  | 'database-failed'

/** Carries one Chinese sentence that names the place and the remedy; a program that ends on it exits with 4. */
export class EnvironmentFault extends Error {
  static readonly exitCode = 4
  override readonly name = 'EnvironmentFault'
  readonly exitCode = EnvironmentFault.exitCode
  readonly kind: EnvironmentFaultKind

  constructor(kind: EnvironmentFaultKind, sentence: string, options?: ErrorOptions) {
    super(sentence, options)
    this.kind = kind
  }
}
