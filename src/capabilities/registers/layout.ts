import type { Column, Layout } from '#capabilities/ledgers'
import { fieldOf, type Field, type Register } from './declaration.ts'
import type { EntryCheck } from './check.ts'

/** Headings under which every ledger of the bureau names the same things. */
const usual: Partial<Record<Field['kind'], readonly string[]>> = {
  running: ['编号', '顺序号', '行号', 'No', '序'],
  case: ['执行案号', '案件编号', '案件号', '关联案号', '案件字号', '本案案号', '首执案号', '对应案号'],
  person: ['被执行人姓名', '被执行人姓名/名称', '被执行人名称', '被申请人', '义务人', '当事人', '姓名'],
  certificate: [
    '证件号',
    '身份证号码',
    '身份证号',
    '身份证',
    '公民身份号码',
    '被执行人证件号码',
    '统一社会信用代码',
    '信用代码',
    '证照号码',
  ],
}

/** The ledger of a register, in the order of its fields. */
export function ledgerOf(register: Register, checks: readonly EntryCheck[] = []): Layout {
  const { name, title, hints, key, fields, about } = register
  return {
    kind: name,
    title,
    hints,
    columns: Object.entries(fields).map(([field, declared]) => columnFor(field, declared, about)),
    key: key[0] ?? null,
    keyFields: key,
    after: fieldOf(register, 'case') === undefined ? [] : ['first-enforcement', 'resumed-enforcement'],
    caseTypes: [],
    // What needs the case or earlier entries is looked at when the entry is saved.
    checks: checks.filter(({ needs }) => needs === undefined).map(asLedgerCheck),
    // One field that names entries alone, such as a call's number, is proof enough that they are the same.
    marks: () => provenBy(register),
  }
}

export const provenBy = ({ key }: Register): readonly string[] => (key.length === 1 ? ['key'] : [])

const asLedgerCheck = ({ code, field, find }: EntryCheck): Layout['checks'][number] => ({
  code,
  severity: 'warning',
  field,
  find: (record, { today }) => find(record, { today, around: null }),
})

function columnFor(field: string, declared: Field, about: Register['about']): Column {
  const { kind, title, synonyms = [], required = false, codes, ahead = false, emptyIsNone = false } = declared
  const common = { field, title: title.zh, synonyms: [...synonyms, ...(usual[kind] ?? [])] }
  switch (kind) {
    case 'running':
    case 'integer':
      return { ...common, type: 'integer', required }
    case 'case':
      return {
        ...common,
        type: 'case-number',
        required: about === 'debtor' || about === 'case' || required,
        missing: 'E_CASE_NO_MISSING',
      }
    case 'case-number':
      return { ...common, type: 'case-number' }
    case 'staff':
      return { ...common, type: 'text', names: true, required }
    case 'person':
      return { ...common, type: 'text', names: true, required: about === 'debtor', missing: 'E_DEBTOR_MISSING' }
    case 'certificate':
      return { ...common, type: 'id-list' }
    case 'day':
      return { ...common, type: 'date', required, mayBeAhead: ahead }
    case 'fen':
      return { ...common, type: 'money', required, emptyIsZero: emptyIsNone }
    case 'decimal':
      return { ...common, type: 'number', required }
    case 'choice':
      return { ...common, type: 'code', required, ...(codes && { codes }) }
    case 'yes-no':
      return { ...common, type: 'yes-no', emptyIsNo: emptyIsNone }
    case 'list':
      return { ...common, type: 'list' }
    case 'long':
      return { ...common, type: 'text', required, prose: true }
    case 'withheld':
      return { ...common, type: 'text', withheld: true }
    case 'time':
    case 'text':
      return { ...common, type: 'text', required }
  }
}
