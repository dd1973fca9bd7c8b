/** What the lock file must hold so that `npm ci` accepts it on every platform and from every registry. */
export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> }

type LockedPackage = {
  readonly version?: string
  readonly resolved?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type MissingOptional = { readonly name: string; readonly version: string; readonly dev: boolean }

const systems: Readonly<Record<string, string>> = {
  linux: 'linux',
  darwin: 'darwin',
  win32: 'win32',
  windows: 'win32',
  freebsd: 'freebsd',
  android: 'android',
  openharmony: 'openharmony',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  sunos: 'sunos',
  aix: 'aix',
}
const processors = ['x64', 'arm64', 'ia32', 'arm', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32']

/**
 * Optional packages that somebody names and the lock does not describe. A registry that does not serve the binaries of
 * other platforms leaves them out without a word, and npm 11 then refuses the lock.
 */
export function missingOptionals({ packages }: Lock): readonly MissingOptional[] {
  const described = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)))
  const named = Object.values(packages).flatMap(({ optionalDependencies = {}, dev = false }) =>
    Object.entries(optionalDependencies).map(([name, version]) => ({ name, version, dev })),
  )
  const missing = named.filter(({ name, version }) => /^\d/.test(version) && !described.has(name))
  return [...new Map(missing.map((one) => [one.name, one])).values()]
}

/** The same lock with an entry for each of them, in the order npm writes. */
export function completed<L extends Lock>(lock: L): L {
  const stubs = missingOptionals(lock).map((missing) => [`node_modules/${missing.name}`, stub(missing)] as const)
  const packages = [...Object.entries(lock.packages), ...stubs].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return { ...lock, packages: Object.fromEntries(packages) }
}

/** Platform and processor stand in the name; a package that says neither fits no machine and is never fetched. */
function stub({ name, version, dev }: MissingOptional): LockedPackage {
  const words = name.split(/[-/]/)
  const os = words.flatMap((word) => systems[word] ?? [])
  const cpu = processors.filter((processor) => words.includes(processor))
  const fits = { os: os.length > 0 ? os : ['none'], ...(cpu.length > 0 && { cpu }) }
  return { version, ...(dev && { dev }), optional: true, ...fits }
}

/** Addresses the entries were fetched from. A lock that holds none works with every court's own registry. */
export const fetchedFrom = ({ packages }: Lock): readonly string[] =>
  Object.values(packages).flatMap(({ resolved }) => resolved ?? [])
