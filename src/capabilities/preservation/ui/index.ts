import { label } from '#kernel/values/labels.ts'
import { registerForms, registerPages } from '#pages/registers'
import { preservedAsset } from '../registers/preserved-asset.ts'

const registers = [preservedAsset]

export const pages = registerPages({
  title: label('财产保全', 'Preservation'),
  group: 'property',
  order: 20,
  registers,
})
export const forms = registerForms(registers)
