import {
  AlertOutlined,
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CalculatorOutlined,
  CarOutlined,
  ClockCircleOutlined,
  CloudUploadOutlined,
  DashboardOutlined,
  FileTextOutlined,
  FlagOutlined,
  HomeOutlined,
  MoneyCollectOutlined,
  PhoneOutlined,
  SafetyCertificateOutlined,
  SafetyOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { MenuGroupId } from './menu-groups.ts'

const icons: Readonly<Record<MenuGroupId, ComponentType>> = {
  desk: HomeOutlined,
  approvals: SolutionOutlined,
  cases: FileTextOutlined,
  deadlines: ClockCircleOutlined,
  documents: AuditOutlined,
  property: CarOutlined,
  measures: SafetyOutlined,
  funds: MoneyCollectOutlined,
  hotline: PhoneOutlined,
  liaison: ApartmentOutlined,
  campaigns: FlagOutlined,
  indicators: BarChartOutlined,
  import: CloudUploadOutlined,
  supervision: AlertOutlined,
  tools: CalculatorOutlined,
  rules: BookOutlined,
  people: TeamOutlined,
  audit: SafetyCertificateOutlined,
  running: DashboardOutlined,
}

export function MenuIcon({ group }: { readonly group: MenuGroupId }) {
  const Icon = icons[group]
  return <Icon aria-hidden />
}
