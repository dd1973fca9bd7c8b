import type { ConfigProviderProps } from 'antd'
import enUS from 'antd/es/locale/en_US.js'
import zhCN from 'antd/es/locale/zh_CN.js'
import type { Language } from '#kernel/values/labels.ts'

type StockWords = NonNullable<ConfigProviderProps['locale']>

// The compiler takes these files for CommonJS and their default for the whole module; the bundler knows better.
const words = { zh: zhCN, en: enUS } as unknown as Readonly<Record<Language, StockWords>>

export const stockWords = (language: Language): StockWords => words[language]
