declare module '*.css'
declare module 'temporal-polyfill/global'
interface ImportMeta {
  glob<Module>(pattern: string, options: { readonly eager: true }): Record<string, Module>
}
