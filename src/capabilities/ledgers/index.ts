export * from './reading/index.ts'
