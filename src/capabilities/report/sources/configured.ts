import { z } from 'zod'
import { coreSet } from '#capabilities/indicators'
import { label } from '#kernel/values/labels.ts'
import { readInside } from '#kernel/pipeline/ask.ts'
import { chineseOrdinal } from '#law/chinese-ordinal.ts'
import type { FigureSource } from '../figure.ts'

const Posts = z.array(z.object({ postId: z.string(), title: z.string(), zone: z.string().nullable() }))

/** What the court has set up: the zones and posts of its mode, and its core set of indicators. */
export const configuredFigures: FigureSource = {
  figures: ['F32', 'F33', 'F34'],
  reckon: async (tx, _period, occasion) => {
    const question = tx.platform.registry.queries.get('identity.posts')
    const answer = question?.shape === 'reading' ? await readInside(tx, question, {}, occasion) : []
    const posts = Posts.catch([])
      .parse(answer)
      .filter(({ zone }) => zone !== null)
    const zones = [...new Set(posts.map(({ zone }) => zone ?? ''))]
    const core = coreSet.filter(({ plus }) => !plus)
    const href = '/people?view=posts'
    return {
      ...(zones.length > 0 && {
        F32: {
          printed: `${chineseOrdinal(zones.length)}区`,
          ground: 'configured',
          parts: [{ title: label('分区', 'Zones'), text: `${zones.length}个`, href }],
          formula: `岗位设置中的分区 ${zones.length} 个`,
          source: '本院岗位设置',
        },
        F33: {
          printed: `${posts.length}岗`,
          ground: 'configured',
          parts: [{ title: label('岗位', 'Posts'), text: `${posts.length}个`, href }],
          formula: `分区之内的岗位 ${posts.length} 个`,
          source: '本院岗位设置',
        },
      }),
      F34: {
        printed: `${core.length}+${coreSet.length - core.length}`,
        ground: 'configured',
        parts: coreSet.map(({ id, title }) => ({ title, text: id, href: `/indicators?set=core&id=${id}` })),
        formula: coreSet.map(({ title }) => title.zh).join('、'),
        source: '本院指标设置',
      },
    }
  },
}
