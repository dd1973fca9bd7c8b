export { clockPages } from '../../ui/clocks/pages.ts'
