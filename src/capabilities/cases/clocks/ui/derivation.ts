export * from '../../ui/clocks/derivation.ts'
