import type { ConfigProviderProps, ThemeConfig } from 'antd'
import { useEffect, useSyncExternalStore } from 'react'
import { usePreferences, type Density } from '../preferences.ts'
import design from './antd-theme.json' with { type: 'json' }
import { contrasted } from './contrast.ts'

export type Shade = 'light' | 'dark' | 'contrast'

const darkSystem = () => matchMedia('(prefers-color-scheme: dark)')

function subscribe(changed: () => void): () => void {
  const query = darkSystem()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** The shade in force: the person's choice, else the system's. Also tells the style sheets. */
export function useShade(): Shade {
  const { theme } = usePreferences()
  const systemIsDark = useSyncExternalStore(subscribe, () => darkSystem().matches)
  const shade = theme === 'system' ? (systemIsDark ? 'dark' : 'light') : theme
  useEffect(() => {
    document.documentElement.dataset['theme'] = shade
  }, [shade])
  return shade
}

// The stock algorithm would recompute the colours in the dark; every colour is given, so the default one serves both.
const themeOf = ({ cssVar, hashed, token, components }: typeof design.light): ThemeConfig =>
  ({ cssVar, hashed, token, components }) as ThemeConfig

const themes: Record<Shade, ThemeConfig> = {
  light: themeOf(design.light),
  dark: themeOf(design.dark as typeof design.light),
  contrast: themeOf(contrasted(design.light)),
}

const sizes = { compact: 'small', standard: 'middle', loose: 'large' } as const satisfies Record<Density, string>

export const antdProps = (shade: Shade, density: Density): ConfigProviderProps => ({
  theme: themes[shade],
  componentSize: 'middle',
  button: { autoInsertSpace: false },
  wave: { disabled: true },
  table: { size: sizes[density] } as NonNullable<ConfigProviderProps['table']>,
})
