/**
 * What a number counts, and the word it is printed with. Persons are counted once however often they were met;
 * person-times are the events; a batch holds cases, a task brings back items. None stands for another.
 */
export const unitWords = {
  case: '件',
  person: '人',
  'person-time': '人次',
  batch: '批',
  item: '条',
  organisation: '家',
  dispatch: '次',
  call: '起',
  issue: '期',
  receipt: '笔',
  yuan: '元',
  zone: '区',
  post: '岗',
} as const

export type CountUnit = keyof typeof unitWords
export const countUnits = Object.keys(unitWords) as readonly CountUnit[]
