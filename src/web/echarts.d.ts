/** ECharts ships its Chinese words without types. */
declare module 'echarts/i18n/langZH-obj.js' {
  const words: object
  export default words
}
