/** One palette for states, charts and the theme. Hue is never alone: states carry words, lines carry dashes, and lightness differs enough for grey print. */
export type Tone = 'accent' | 'risk' | 'lost' | 'new' | 'quiet'

export interface Palette {
  readonly ground: string, readonly surface: string, readonly raised: string, readonly line: string, readonly ink: string, readonly inkSoft: string
  readonly accent: string, readonly accentSoft: string, readonly accentInk: string, readonly onAccent: string
  readonly risk: string, readonly riskInk: string, readonly lost: string, readonly lostInk: string, readonly fresh: string, readonly freshInk: string
  readonly track: string
  readonly series: readonly string[]
}

export const light: Palette = {
  ground: '#f5f7f6', surface: '#ffffff', raised: '#ffffff', line: '#e2e7e5', ink: '#1a2220', inkSoft: '#55615d',
  accent: '#0b6e63', accentSoft: '#e1efec', accentInk: '#0b6e63', onAccent: '#ffffff',
  risk: '#c77700', riskInk: '#9a5b00', lost: '#8c4a5b', lostInk: '#8c4a5b', fresh: '#3d6db5', freshInk: '#345f9f',
  track: '#eceff0',
  series: ['#0b6e63', '#3d6db5', '#c77700', '#8c4a5b', '#6d8f3c', '#5d6b68', '#2f9fb5', '#b5566f']
}

export const dark: Palette = {
  ground: '#111617', surface: '#191f20', raised: '#20282a', line: '#2c3436', ink: '#e7ecea', inkSoft: '#a3aeab',
  accent: '#45b3a4', accentSoft: '#1e3733', accentInk: '#5cc4b5', onAccent: '#06201c',
  risk: '#d98c1f', riskInk: '#e8a744', lost: '#bb7489', lostInk: '#dc9aae', fresh: '#5a8fd6', freshInk: '#8bb3ea',
  track: '#2a3234',
  series: ['#45b3a4', '#7ba7e6', '#e8a744', '#d795a8', '#a3c46b', '#a3aeab', '#64c6da', '#e59cb0']
}

/** The dash of each series, so that lines differ without colour. */
export const dashes: readonly (readonly number[] | 'solid')[] = ['solid', [6, 4], [2, 3], [10, 4, 2, 4], [1, 4], [8, 3], [4, 2], [12, 4]]
