import type { Column } from '#capabilities/ledgers'

/** Closing manners as ledgers write them; the values are the titles of the manners this room knows. */
export const closingManners = {
  执行完毕: [
    '执毕',
    '执行完毕结案',
    '完毕',
    '全部执行完毕',
    '已执行完毕',
    '自动履行',
    '自动履行完毕',
    '强制执行完毕',
    '和解履行完毕',
    '履行完毕',
    '全部履行完毕',
    '以执行完毕方式结案',
  ],
  终结本次执行程序: [
    '终本',
    '终结本次执行',
    '终结（终本）',
    '终结本次',
    '本次终结',
    '裁定终结本次执行程序',
    '裁定终结本次执行',
    '终结本次程序',
    '终本结案',
    '终结本次执行程序结案',
    '程序终结',
  ],
  终结执行: ['裁定终结执行', '终结', '裁定终结', '终结执行程序', '终结执行结案', '执行终结'],
  不予执行: ['裁定不予执行', '不予执行结案'],
  驳回申请: ['驳回执行申请', '裁定驳回申请', '裁定驳回执行申请', '驳回', '驳回申请执行'],
  准予撤回申请: ['撤回执行申请', '撤回申请', '准予撤回执行申请', '准许撤回申请', '准许撤回执行申请', '撤回'],
  移送其他法院执行: ['移送执行', '移送', '移送其他法院', '移送管辖', '移送有管辖权法院'],
  销案: ['销号', '撤销案件', '撤案'],
  '': ['未结', '未结案', '未执结', '在办', '在执', '执行中', '办理中', '待结'],
} as const

export const partyKinds = {
  自然人: ['个人', '公民', '自然人个人'],
  法人: ['企业法人', '公司', '企业', '单位', '法人单位', '机关法人', '事业单位法人'],
  非法人组织: ['其他组织', '非法人', '其他'],
  个体工商户: ['个体户', '个体', '个体工商'],
  移送执行: ['移送', '依职权移送'],
} as const

const identifierHeadings = [
  '证件号码',
  '证件号',
  '身份证号码',
  '身份证号',
  '身份证',
  '公民身份号码',
  '身份证件号码',
  '统一社会信用代码',
  '身份证号码/统一社会信用代码',
  '身份证（信用代码）号',
  '证照号码',
  '证件号码（身份证/信用代码）',
] as const
const phoneHeadings = ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'] as const
const kindHeadings = ['类型', '当事人类型', '主体类型', '类别', '性质', '主体性质'] as const

export const runningNumber = {
  field: 'position',
  title: '序号',
  type: 'integer',
  synonyms: ['编号', '顺序号', '行号', 'No', '序'],
} as const satisfies Column

export const ownNumber = {
  field: 'caseNumber',
  title: '案号',
  type: 'case-number',
  required: true,
  missing: 'E_CASE_NO_MISSING',
  synonyms: [
    '执行案号',
    '案件编号',
    '案件号',
    '立案案号',
    '案件字号',
    '执行案件案号',
    '执行字号',
    '本案案号',
    '案号全称',
  ],
} as const satisfies Column

export const filedOn = {
  field: 'filedOn',
  title: '立案日期',
  type: 'date',
  required: true,
  missing: 'E_FILING_DATE_MISSING',
  synonyms: ['立案时间', '立案日', '执行立案日期', '执行立案时间', '案件立案日期', '立案登记日期', '登记立案日期'],
} as const satisfies Column

export const cause = {
  field: 'cause',
  title: '案由',
  type: 'text',
  synonyms: ['立案案由', '执行案由', '案件案由', '纠纷类型'],
} as const satisfies Column

export const applicants = {
  field: 'applicants',
  title: '申请执行人',
  type: 'list',
  names: true,
  required: true,
  missing: 'E_APPLICANT_MISSING',
  synonyms: [
    '申请人',
    '申请执行人姓名',
    '申请执行人名称',
    '申请执行人姓名或名称',
    '申请执行人姓名/名称',
    '申请人姓名',
    '申请执行人（姓名/名称）',
    '申请方',
    '债权人',
    '权利人',
  ],
} as const satisfies Column

export const debtors = {
  field: 'debtors',
  title: '被执行人',
  type: 'list',
  names: true,
  required: true,
  missing: 'E_DEBTOR_MISSING',
  synonyms: [
    '被申请执行人',
    '被申请人',
    '被执行人姓名',
    '被执行人名称',
    '被执行人姓名或名称',
    '被执行人姓名/名称',
    '被执行人（姓名/名称）',
    '被执行方',
    '债务人',
    '义务人',
  ],
} as const satisfies Column

export const applicantKinds = {
  field: 'applicantKinds',
  title: '申请执行人类型',
  type: 'list',
  codes: partyKinds,
  alignedWith: 'applicants',
  short: kindHeadings,
  synonyms: ['申请方类型', '申请人类型', '申请执行人性质', '申请执行人主体类型'],
} as const satisfies Column

export const applicantIds = {
  field: 'applicantIds',
  title: '申请执行人证件号码',
  type: 'id-list',
  alignedWith: 'applicants',
  short: identifierHeadings,
  synonyms: [
    '申请执行人证件号',
    '申请执行人身份证号',
    '申请执行人身份证号码',
    '申请人证件号码',
    '申请人证件号',
    '申请人身份证号',
    '申请人身份证号码',
    '申请执行人统一社会信用代码',
  ],
} as const satisfies Column

export const applicantPhones = {
  field: 'applicantPhones',
  title: '申请执行人联系电话',
  type: 'phone-list',
  alignedWith: 'applicants',
  short: phoneHeadings,
  synonyms: [
    '申请执行人电话',
    '申请人电话',
    '申请人联系电话',
    '申请执行人手机号',
    '申请执行人联系方式',
    '申请人联系方式',
  ],
} as const satisfies Column

export const debtorKinds = {
  field: 'debtorKinds',
  title: '被执行人类型',
  type: 'list',
  codes: partyKinds,
  alignedWith: 'debtors',
  short: kindHeadings,
  synonyms: ['被申请人类型', '被执行人性质', '被执行人主体类型'],
} as const satisfies Column

export const debtorIds = {
  field: 'debtorIds',
  title: '被执行人证件号码',
  type: 'id-list',
  alignedWith: 'debtors',
  short: identifierHeadings,
  synonyms: [
    '被执行人身份证号/统一社会信用代码',
    '被执行人证件号',
    '被执行人身份证号',
    '被执行人身份证号码',
    '被申请人证件号码',
    '被申请人身份证号',
    '被执行人统一社会信用代码',
    '被执行人身份证号/信用代码',
  ],
} as const satisfies Column

export const debtorPhones = {
  field: 'debtorPhones',
  title: '被执行人联系电话',
  type: 'phone-list',
  alignedWith: 'debtors',
  short: phoneHeadings,
  synonyms: ['被执行人电话', '被申请人电话', '被申请人联系电话', '被执行人手机号', '被执行人联系方式'],
} as const satisfies Column

export const waived = {
  field: 'waived',
  title: '放弃或核减金额',
  type: 'money',
  emptyIsZero: true,
  synonyms: [
    '申请人放弃标的金额',
    '放弃标的额',
    '放弃金额',
    '核减金额',
    '放弃或核减标的额',
    '申请执行人放弃金额',
    '放弃标的金额',
    '放弃/核减金额',
  ],
} as const satisfies Column

export const recovered = {
  field: 'recovered',
  title: '实际到位金额',
  type: 'money',
  emptyIsZero: true,
  synonyms: [
    '到位金额',
    '执行到位金额',
    '实际执行到位金额',
    '实际到位标的额',
    '执行到位标的额',
    '已到位金额',
    '到位标的额',
    '已执行金额',
    '实际执行金额',
    '实执金额',
    '执结标的额',
    '执行到位',
  ],
} as const satisfies Column

export const handler = {
  field: 'handler',
  title: '承办人',
  type: 'text',
  names: true,
  synonyms: [
    '承办法官',
    '执行法官',
    '执行员',
    '承办执行员',
    '经办人',
    '主办法官',
    '主办人',
    '案件承办人',
    '法官',
    '执行承办人',
    '员额法官',
  ],
} as const satisfies Column

export const clerk = {
  field: 'clerk',
  title: '书记员',
  type: 'text',
  names: true,
  synonyms: ['协办书记员', '法官助理/书记员', '法官助理', '助理', '记录人', '执行书记员'],
} as const satisfies Column

export const closedOn = {
  field: 'closedOn',
  title: '结案日期',
  type: 'date',
  synonyms: ['结案时间', '结案日', '执结日期', '执结时间', '案件结案日期', '报结日期', '报结时间', '办结日期'],
} as const satisfies Column

export const closingManner = {
  field: 'closingManner',
  title: '结案方式',
  type: 'code',
  codes: closingManners,
  unknown: 'E_MANNER_UNKNOWN',
  synonyms: ['执结方式', '结案方式名称', '报结方式', '结案类型', '执行结案方式', '结案情况'],
} as const satisfies Column

export const originalNumber = {
  field: 'originalNumber',
  title: '原执行案号',
  type: 'case-number',
  synonyms: [
    '原案号',
    '原首执案号',
    '首次执行案号',
    '首执案号',
    '原审执行案号',
    '对应首执案号',
    '恢复前案号',
    '关联案号',
    '涉及执行案号',
    '所涉执行案号',
  ],
} as const satisfies Column

export const remark = {
  field: 'remark',
  title: '备注',
  type: 'text',
  prose: true,
  synonyms: ['说明', '备考', '备注说明', '其他说明'],
} as const satisfies Column
