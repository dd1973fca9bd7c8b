export type PresetPost = {
  readonly id: string
  readonly title: string
  readonly zone: 'A' | 'B' | 'C' | null
  readonly role: string
  readonly duties: string
}

/** The zones of 三区16岗. */
export const zones = { A: '指挥管控区', B: '事务集约区', C: '团队办案区' } as const

const post = (id: string, title: string, zone: PresetPost['zone'], role: string, duties: string): PresetPost => ({
  id,
  title,
  zone,
  role,
  duties,
})

/**
 * The posts a court begins with: its offices, and a proposal for 三区16岗, whose content no public text explains. The
 * court replaces titles, zones and roles as data.
 */
export const presetPosts = [
  post('president', '院长', null, 'president', '审批拘留、罚款、搜查和重大事项'),
  post('deputy-president', '分管副院长', null, 'president', '审批案款、延缓和联动事项'),
  post('director', '执行局局长', null, 'director', '分案、审批、监管全局'),
  post('judge', '执行法官', null, 'judge', '承办执行案件'),
  post('clerk', '书记员', null, 'clerk', '协助承办人办理案件'),
  post('filing', '立案庭立案岗', null, 'filing-clerk', '执前督促、保全、执行立案'),
  post('bailiff', '司法警察', null, 'bailiff', '拘传、送拘、搜查、护送'),
  post('inspector', '纪检督察', null, 'inspector', '监督检查，只读'),
  post('office', '办公室', null, 'office', '工作报告和综合材料'),
  post('system-administrator', '系统管理员', null, 'system-administrator', '用户、参数、备份与运行'),
  post('security-administrator', '安全管理员', null, 'security-administrator', '岗位、角色和登录策略'),
  post('audit-administrator', '审计管理员', null, 'audit-administrator', '审计轨迹和链校验'),
  post('P01', '立案衔接岗', 'B', 'clerk', '接收立案材料，核对信息，关联当事人'),
  post('P02', '分案与团队统筹岗', 'C', 'director', '繁简分流，均衡分案'),
  post('P03', '文书送达岗', 'B', 'clerk', '制作文书，送达'),
  post('P04', '网络查控岗', 'B', 'clerk', '网络查控，冻结，扣划'),
  post('P05', '外勤调查岗', 'B', 'clerk', '现场查询，查封，搜查'),
  post('P06', '惩戒与期限管理岗', 'B', 'clerk', '失信、限高、查封到期'),
  post('P07', '联动协作岗', 'A', 'dispatcher', '成员单位、网格、委托事项'),
  post('P08', '执行110值守与指挥岗', 'A', 'dispatcher', '接报、核查、派单、现场支援'),
  post('P09', '财产处置岗', 'C', 'judge', '勘验、评估、拍卖、交付'),
  post('P10', '繁案与执破融合岗', 'C', 'judge', '繁案、参与分配、执转破'),
  post('P11', '简案速执与拒执打击岗', 'C', 'judge', '简案、拒执线索'),
  post('P12', '案款管理专员岗', 'B', 'money-officer', '认领、催办、不明款、发放核对'),
  post('P13', '终本与恢复管理岗', 'A', 'clerk', '终本核查、终本库、恢复审查'),
  post('P14', '信访与舆情岗', 'A', 'clerk', '信访登记、转办、答复'),
  post('P15', '流程与质效监管岗', 'A', 'office', '节点预警、指标、通报'),
  post('P16', '档案与综合保障岗', 'B', 'clerk', '归档、车辆装备、宣传材料'),
] as const satisfies readonly PresetPost[]

/** The pairs marked ✗ in the proposal, as far as they are between posts: who moves money neither finds, sells nor orders it. */
export const presetClashes: readonly (readonly [string, string])[] = [
  ['P04', 'P12'],
  ['P09', 'P12'],
  ['judge', 'P12'],
  ['director', 'P12'],
  ['president', 'P12'],
  ['deputy-president', 'P12'],
]
