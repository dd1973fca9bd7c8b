import { layout, type RecordOf } from '#capabilities/ledgers'
import { label } from '#kernel/values/labels.ts'

/** 全市对比指标: what a superior court publishes about its courts; figures without records behind them. */
export const benchmarks = layout({
  kind: 'benchmarks',
  title: label('对比指标', 'Benchmarks of other courts'),
  hints: ['对比', '质效指标', '通报', '考核', '排名'],
  key: 'court',
  columns: [
    {
      field: 'court',
      title: '法院',
      type: 'text',
      required: true,
      synonyms: ['各法院', '单位', '法院名称', '单位名称', '基层法院', '辖区法院', '地区', '院别'],
    },
    {
      field: 'closingRate',
      title: '结案率',
      type: 'number',
      synonyms: ['结案率%', '执结率', '执行案件结案率', '首执结案率'],
    },
    {
      field: 'fullPerformanceRate',
      title: '执行完毕率',
      type: 'number',
      synonyms: ['执行完毕率%', '执毕率', '完毕率', '首执完毕率', '首次执行案件执行完毕率'],
    },
    {
      field: 'recoveryRate',
      title: '执行到位率',
      type: 'number',
      synonyms: ['标的到位率', '到位率', '实际执行到位率', '首次执行案件执行到位率', '执行标的到位率'],
    },
    {
      field: 'reallyFinishedRate',
      title: '实际执结率',
      type: 'number',
      synonyms: ['实际执结率%', '实执率', '实结率', '实际执行率'],
    },
    {
      field: 'terminationPassRate',
      title: '终本案件合格率',
      type: 'number',
      synonyms: ['终本案件合格率%', '终本合格率', '无财产可供执行案件终本合格率'],
    },
    {
      field: 'timelyPayoutRate',
      title: '案款发放及时率',
      type: 'number',
      synonyms: ['案款发放及时率%', '发放及时率', '案款及时发放率', '执行案款发放及时率', '案款发放率'],
    },
    {
      field: 'complaintsSettledRate',
      title: '信访案件办结率',
      type: 'number',
      synonyms: ['信访案件办结率%', '信访化解率', '信访办结率', '执行信访办结率', '执行信访案件办结率'],
    },
    { field: 'score', title: '综合得分', type: 'number', synonyms: ['综合分', '得分', '综合评分', '总分', '总得分'] },
    {
      field: 'rank',
      title: '全市排名',
      type: 'integer',
      synonyms: ['全市名次', '排名', '位次', '名次', '全省排名', '综合排名'],
    },
    {
      field: 'detained',
      title: '实际送拘人数',
      type: 'integer',
      synonyms: ['送拘人数', '司法拘留人数', '实际拘留人数'],
    },
    {
      field: 'refusalJudgments',
      title: '拒执罪判决案件数',
      type: 'integer',
      synonyms: ['拒执判决数', '拒执罪案件数', '拒执罪判决数', '拒执罪判决件数', '拒执案件数'],
    },
  ],
})
export type BenchmarkRow = RecordOf<typeof benchmarks>

export type BenchmarkScope = 'court' | 'city-average' | 'province-average'

/** Averages stand among the courts of such a table and are none. */
export function benchmarkScope(court: string): BenchmarkScope {
  if (/^全省|^省(?:均|平均)|全省平均/.test(court)) return 'province-average'
  return /平均|均值|^全市/.test(court) ? 'city-average' : 'court'
}
