/** The report as one page that needs nothing else: no script, no font, no address; light and dark, and black on white on paper. Every text is escaped. */
import type { Locale } from '#foundation/words.ts'
import { curveOf } from './reports.curve.ts'
import type { Document, Section, Table } from './reports.document.ts'
import { escaped } from './reports.escape.ts'
import { style } from './reports.style.ts'

export const htmlOf = ({ title, answer, subtitle, sections, footer }: Document, locale: Locale): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escaped(title)} · Changke 常客</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<main>
<header>
<p class="asks">${escaped(title)}</p>
<h1>${escaped(answer)}</h1>
<p class="soft">${escaped(subtitle)}</p>
</header>
${sections.map(sectionOf).join('\n')}
</main>
<footer><p class="soft">${escaped(footer)}</p></footer>
</body>
</html>
`

const sectionOf = ({ id, title, paragraphs, picture, tables, remarks }: Section): string => `<section aria-labelledby="${id}">
<h2 id="${id}">${escaped(title)}</h2>
${paragraphs.map((text) => `<p>${escaped(text)}</p>`).join('\n')}
${picture === undefined ? '' : curveOf(picture)}
${tables.map(tableOf).join('\n')}
${remarks.map((text) => `<p class="soft">${escaped(text)}</p>`).join('\n')}
</section>`

function tableOf({ caption, head, rows, aligns, shades }: Table): string {
  const side = (place: number) => (aligns[place] === 'right' ? ' class="end"' : '')
  const shade = (row: number, place: number) => { const share = shades?.[row]?.[place]; return share === undefined ? '' : ` style="background:color-mix(in srgb,var(--accent) ${Math.round(6 + 44 * Math.min(1, share))}%,var(--surface))"` }
  const cell = (text: string, row: number, place: number) => (place === 0 ? `<th scope="row">${escaped(text)}</th>` : `<td${side(place)}${shade(row, place)}>${escaped(text)}</td>`)
  return `<div class="table" tabindex="0" role="group" aria-label="${escaped(caption)}"><table${shades === undefined ? '' : ' class="heat"'}>
<thead><tr>${head.map((text, place) => `<th scope="col"${side(place)}>${escaped(text)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row, line) => `<tr>${row.map((text, place) => cell(text, line, place)).join('')}</tr>`).join('\n')}</tbody>
</table></div>`
}
