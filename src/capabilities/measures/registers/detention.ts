import type { Register } from '#capabilities/registers'
import { label } from '#kernel/values/labels.ts'
import { caseNumber, certificate, decidedOn, decisionNumber, groundOfSanction, person, running } from './fields.ts'

/** 司法拘留: decided, then delivered to the detention centre or not for a coded reason, then released. */
export const detention = {
  room: 'measures',
  name: 'detention',
  plural: 'detentions',
  title: label('拘留', 'Detention'),
  unit: label('件', 'decisions'),
  about: 'debtor',
  hints: ['拘留', '司法拘留'],
  key: ['caseNumber', 'person', 'decidedOn'],
  day: 'decidedOn',
  told: 'days',
  fields: {
    running,
    caseNumber,
    person,
    certificate,
    decisionNumber,
    decidedOn,
    days: {
      kind: 'integer',
      title: label('拘留天数', 'Days'),
      required: true,
      synonyms: ['天数', '拘留期限', '拘留日数', '拘留天数（日）'],
    },
    ground: {
      kind: 'choice',
      title: label('拘留事由', 'Ground'),
      synonyms: ['处罚事由', '事由', '原因', '拘留原因'],
      codes: groundOfSanction,
    },
    deliveredOn: {
      kind: 'day',
      title: label('送拘日期', 'Delivered on'),
      synonyms: ['送拘时间', '收拘日期', '入所日期', '实际送拘日期'],
    },
    fastLane: {
      kind: 'yes-no',
      title: label('快速通道', 'Fast lane'),
      synonyms: ['绿色通道', '快速送拘', '是否快速通道', '收拘快速通道'],
    },
    helper: {
      kind: 'text',
      title: label('协助派出所', 'Helping station'),
      synonyms: ['协助公安机关', '协助单位', '派出所', '配合派出所'],
    },
    notDelivered: {
      kind: 'choice',
      title: label('未送拘原因', 'Why not delivered'),
      synonyms: ['未收拘原因', '未送拘留原因', '未执行原因', '未送拘理由', '未送拘情形', '不予送拘原因'],
      codes: {
        当场履行完毕: ['已履行', '履行完毕', '当场履行'],
        达成执行和解: ['和解', '达成和解'],
        提供担保: ['担保', '提供有效担保'],
        身体原因不予收拘: ['体检不收', '体检不合格', '身体不适', '因病不予收拘'],
        怀孕或哺乳: ['怀孕', '哺乳', '孕期', '哺乳期'],
        高龄等不宜收拘: ['75岁以上', '年满七十五周岁', '年老'],
        在逃: ['下落不明', '未到案'],
        暂缓执行拘留: ['暂缓', '暂缓送拘'],
        其他: ['其他原因'],
      },
    },
    releasedOn: {
      kind: 'day',
      title: label('解除日期', 'Released on'),
      synonyms: ['解除拘留日期', '释放日期', '出所日期', '解除时间'],
    },
    release: {
      kind: 'choice',
      title: label('解除原因', 'Why released'),
      synonyms: ['解除理由', '释放原因', '出所原因'],
      codes: {
        期满释放: ['期满', '拘留期满', '期满解除'],
        履行义务提前解除: ['履行提前解除', '履行完毕提前解除', '已履行提前解除'],
        达成和解提前解除: ['和解提前解除', '达成和解'],
        承认错误提前解除: ['具结悔过', '悔过提前解除'],
        复议撤销: ['撤销拘留决定'],
      },
    },
  },
  steps: [
    {
      act: 'deliver',
      done: 'delivered',
      title: label('送拘', 'Deliver'),
      day: 'deliveredOn',
      fields: ['deliveredOn', 'fastLane', 'helper'],
    },
    {
      act: 'release',
      done: 'released',
      title: label('解除拘留', 'Release'),
      day: 'releasedOn',
      fields: ['releasedOn', 'release'],
    },
  ],
  views: [
    { id: 'waiting', title: label('待送拘', 'To deliver'), filter: { lacks: 'deliveredOn,notDelivered' } },
    { id: 'inside', title: label('在拘', 'In custody'), filter: { has: 'deliveredOn', lacks: 'releasedOn' } },
  ],
} as const satisfies Register
