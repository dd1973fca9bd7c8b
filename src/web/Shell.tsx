import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { Announcer } from './components/Announcer.tsx'
import { KeyboardProvider } from './keys/useKeys.tsx'
import { usePreferences } from './preferences.ts'
import { Problem } from './problem.ts'
import { stockWords } from './theme/locale.ts'
import { antdProps, useShade } from './theme/theme.ts'
import './theme/tokens.css'
import './theme/base.css'
import './theme/print.css'

/** A refusal is an answer and is not asked for again; a lost connection is. */
const worthRetrying = (failures: number, error: Error) =>
  failures < 2 && (!(error instanceof Problem) || error.status === 0)

const newClient = () =>
  new QueryClient({
    defaultOptions: { queries: { retry: worthRetrying, staleTime: 30_000, refetchOnWindowFocus: false } },
  })

/** Theme, language, data and keys for everything on the page. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { density, language } = usePreferences()
  const shade = useShade()
  const [client] = useState(newClient)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    document.documentElement.dataset['density'] = density
  }, [language, density])
  return (
    <ConfigProvider {...antdProps(shade, density)} locale={stockWords(language)}>
      <QueryClientProvider client={client}>
        <KeyboardProvider>
          <Announcer>{children}</Announcer>
        </KeyboardProvider>
      </QueryClientProvider>
    </ConfigProvider>
  )
}
