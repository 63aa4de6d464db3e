/** ECharts, only the parts that are drawn here. This file is loaded when the first chart of a page comes into being, never before. */
import { BarChart, HeatmapChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components'
import { init, registerLocale, use, type EChartsCoreOption, type EChartsType } from 'echarts/core'
import zh from 'echarts/i18n/langZH-obj.js'
import { CanvasRenderer } from 'echarts/renderers'
import type { Locale } from '#foundation/words.ts'
import { dashes, type Palette } from './palette.ts'
import { fonts } from './fonts.ts'

export type { EChartsCoreOption, EChartsType }

export function plot(place: HTMLElement, locale: Locale): EChartsType {
  use([BarChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, CanvasRenderer])
  registerLocale('ZH', zh)
  return init(place, undefined, { renderer: 'canvas', locale: locale === 'en' ? 'EN' : 'ZH' })
}

/** Axes, ink and ground by the theme; the page's option goes over it. Series differ in lightness and dash as well as in hue. */
export function dressed(option: EChartsCoreOption, palette: Palette): EChartsCoreOption {
  const axis = {
    axisLine: { lineStyle: { color: palette.line } }, axisTick: { lineStyle: { color: palette.line } }, axisLabel: { color: palette.inkSoft },
    nameTextStyle: { color: palette.inkSoft }, splitLine: { lineStyle: { color: palette.line } }
  }
  // A page that only names a formatter keeps the theme's ink.
  const worn = (part: object): object => ({ ...axis, ...part, axisLabel: { ...axis.axisLabel, ...('axisLabel' in part ? part.axisLabel ?? {} : {}) } })
  const each = (found: unknown, add: (part: object, index: number) => object): unknown =>
    Array.isArray(found) ? found.map((part: object, index) => add(part, index)) : typeof found === 'object' && found !== null ? add(found, 0) : found
  return {
    color: [...palette.series],
    backgroundColor: 'transparent',
    textStyle: { fontFamily: fonts, color: palette.ink },
    animationDuration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 300,
    ...option,
    // Labels and axis names stay inside the box, whatever their length in either language.
    grid: { left: 4, right: 16, top: option['legend'] === undefined ? 24 : 48, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'all', ...option['grid'] ?? {} },
    tooltip: { trigger: 'axis', confine: true, backgroundColor: palette.raised, borderColor: palette.line, textStyle: { color: palette.ink }, ...(option['tooltip'] ?? {}) },
    ...(option['legend'] === undefined ? {} : { legend: { top: 0, left: 0, itemWidth: 28, itemStyle: { opacity: onlyLines(option['series']) ? 0 : 1 }, textStyle: { color: palette.ink }, ...option['legend'] } }),
    xAxis: each(option['xAxis'], worn),
    yAxis: each(option['yAxis'], worn),
    series: each(option['series'], (part, index) => 'type' in part && part.type === 'line' ? { symbol: 'none', ...part, lineStyle: { width: 2, type: dashes[index % dashes.length], ...('lineStyle' in part ? part.lineStyle ?? {} : {}) } } : part)
  }
}

/** A legend of lines shows the dash and nothing over it. */
const onlyLines = (series: unknown): boolean => Array.isArray(series) && series.every((part: object) => 'type' in part && part.type === 'line')
