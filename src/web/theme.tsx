import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { ConfigProvider, theme as antdTheme, type ThemeConfig } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { keep, kept } from './keepsake.ts'
import { useWords } from './locale.tsx'
import { useDarkSystem, useStillness } from './media.ts'
import { dark, light, type Palette } from './palette.ts'
import './console.css'

export type Brightness = 'system' | 'light' | 'dark'

export interface Theme {
  readonly brightness: Brightness
  readonly setBrightness: (brightness: Brightness) => void
  readonly isDark: boolean
  readonly palette: Palette
}

const ThemeContext = createContext<Theme | undefined>(undefined)

export function useTheme(): Theme {
  const theme = useContext(ThemeContext)
  if (theme === undefined) throw new Error('useTheme outside of ThemeProvider')
  return theme
}

const toneOf = (text: string | undefined): Brightness => text === 'light' || text === 'dark' ? text : 'system'

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const { locale } = useWords()
  const [brightness, setBrightness] = useState(() => toneOf(kept('theme')))
  const systemIsDark = useDarkSystem()
  const isStill = useStillness()
  const isDark = brightness === 'dark' || (brightness === 'system' && systemIsDark)
  const palette = isDark ? dark : light
  dayjs.locale(locale === 'en' ? 'en' : 'zh-cn')
  useEffect(() => { paint(palette, isDark) }, [palette, isDark])
  const theme = useMemo<Theme>(() => ({
    brightness, isDark, palette,
    setBrightness: (next) => { keep('theme', next === 'system' ? undefined : next); setBrightness(next) }
  }), [brightness, isDark, palette])
  const tokens = useMemo(() => tokensOf(palette, isDark, isStill), [palette, isDark, isStill])
  return (
    <ThemeContext value={theme}>
      <ConfigProvider theme={tokens} locale={locale === 'en' ? en : zh} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>{children}</ConfigProvider>
    </ThemeContext>
  )
}

/** Our own styles read the same palette as antd, as custom properties. */
function paint(palette: Palette, isDark: boolean): void {
  const root = document.documentElement
  root.dataset['theme'] = isDark ? 'dark' : 'light'
  root.style.colorScheme = isDark ? 'dark' : 'light'
  for (const [name, colour] of Object.entries(palette)) if (typeof colour === 'string') root.style.setProperty(`--${name}`, colour)
}

/** antd's own defaults fail contrast (placeholder, tertiary text, gold tags): the tokens are set from inks that pass 4.5 : 1 on every ground. */
function tokensOf(palette: Palette, isDark: boolean, isStill: boolean): ThemeConfig {
  return {
    cssVar: { key: 'changke' },
    hashed: false,
    algorithm: isDark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent, colorLink: palette.accentInk, colorLinkHover: palette.accentInk, colorInfo: palette.fresh, colorWarning: palette.risk, colorError: isDark ? '#e5747f' : '#b3323f',
      colorBgBase: palette.surface, colorBgLayout: palette.ground, colorBgContainer: palette.surface, colorBgElevated: palette.raised,
      colorText: palette.ink, colorTextSecondary: palette.inkSoft, colorTextTertiary: palette.inkSoft, colorTextDescription: palette.inkSoft, colorTextPlaceholder: palette.inkSoft, colorTextQuaternary: palette.inkSoft,
      colorBorder: isDark ? '#4a5658' : '#c9d1ce', colorBorderSecondary: palette.line, colorSplit: palette.line,
      borderRadius: 8, fontFamily: 'var(--fonts)', fontSize: 14, controlHeight: 34, motion: !isStill
    },
    components: {
      Button: { primaryColor: palette.onAccent, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Segmented: { trackBg: palette.track, itemColor: palette.inkSoft },
      Tooltip: { colorBgSpotlight: isDark ? '#39444a' : '#26302d' }
    }
  }
}
