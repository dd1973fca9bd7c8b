export * from '../../ui/clocks/api.ts'
