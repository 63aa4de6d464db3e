/** docs/models.md, from the texts that explain the figures in the console. */
import { allModels } from '../src/insights/definitions/models.ts'
import { modelWords as words } from '../src/insights/definitions/models.words.ts'

const parts = ['says', 'assumes', 'fails', 'checked'] as const

export function modelsPage(): string {
  const models = allModels()
  const page = ({ name, title, source, ...text }: (typeof models)[number]): string => [
    `## ${title.en} · ${title.zh}`, `<a id="${name}"></a>`, '',
    ...parts.flatMap((part) => [`**${words[part].en}.** ${text[part].en}`, '', `**${words[part].zh}。** ${text[part].zh}`, '']),
    `**${words.source.en} · ${words.source.zh}.** ${source}`, ''
  ].join('\n')
  return [
    '# Models · 模型', '',
    'What stands behind each figure: what it says, what it assumes, when it fails, how it is checked, and where it comes from. The same text explains the figure in the',
    'console. This page is made by `npm run generate` from `src/insights/definitions/models.*.words.ts`; the mathematics is in `src/stats`.', '',
    '每个数字背后的模型：说明什么、前提、何时不可信、怎样核对、出处。控制台里解释数字的是同一段文字。本页由 `npm run generate` 生成。', '',
    ...models.map(({ name, title }) => `- [${title.en} · ${title.zh}](#${name})`), '',
    ...models.map(page)
  ].join('\n')
}
