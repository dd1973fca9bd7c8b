/** The faces that GB/T 9704 and our working prints ask for. */
export type Role = 'body' | 'kai' | 'hei' | 'title' | 'song'

type Wanted = { readonly name: string; readonly alike: readonly string[]; readonly substitute: string }

/** `name` is what a Word file names; `alike` is what the same face is called elsewhere, best first. */
export const wanted: Readonly<Record<Role, Wanted>> = {
  body: {
    name: '仿宋_GB2312',
    alike: ['FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', 'FandolFang'],
    substitute: 'DX Kai',
  },
  kai: {
    name: '楷体_GB2312',
    alike: ['KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', 'FandolKai'],
    substitute: 'DX Kai',
  },
  hei: { name: '黑体', alike: ['SimHei', '华文黑体', 'STHeiti', 'FandolHei'], substitute: 'DX Hei' },
  title: {
    name: '方正小标宋简体',
    alike: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋_GBK', '华文中宋', 'STZhongsong'],
    substitute: 'DX Biaosong',
  },
  song: { name: '宋体', alike: ['SimSun', '华文宋体', 'STSong', 'FandolSong'], substitute: 'DX Song' },
}

export const roles: readonly Role[] = ['body', 'kai', 'hei', 'title', 'song']

/** Has the most characters of our fonts, so it ends every list. */
const lastResort = 'DX Kai'

export type Face = {
  readonly role: Role
  /** The face the standard asks for. */
  readonly wanted: string
  /** Families to try, in order. */
  readonly families: readonly string[]
  /** True when the page is set in our substitute: the export says so. */
  readonly substituted: boolean
}

/**
 * What each face is set in. `installed` holds the family names of each font of the court's own; a font it keeps for
 * rare characters is tried last, in every face.
 */
export function chooseFaces(installed: readonly (readonly string[])[]): readonly Face[] {
  return roles.map((role) => {
    const { name, alike, substitute } = wanted[role]
    const own = [name, ...alike].flatMap((family) => installed.filter((names) => names.includes(family))).at(0)
    const families = new Set([...(own ?? []), substitute, lastResort, ...installed.flat()])
    return { role, wanted: name, families: [...families], substituted: own === undefined }
  })
}
