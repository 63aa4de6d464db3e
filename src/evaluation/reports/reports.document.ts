/** A report as plain paragraphs, tables and one picture: the terminal and the printed page show the same. */
import type { Align } from '#foundation/columns.ts'

export interface Table {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly aligns: readonly Align[]
  /** How dark each cell is, 0 to 1, where the table is a heat map. */
  readonly shades?: readonly (readonly (number | undefined)[])[]
  /** The last column is a sentence. */
  readonly hasProse?: boolean
  readonly caption: string
}

export interface Line {
  readonly name: string
  readonly points: readonly { readonly days: number, readonly share: number }[]
  readonly dashed: boolean
  readonly marks: readonly { readonly days: number, readonly label: string, readonly tone: 'risk' | 'lost' }[]
}

export interface Picture { readonly title: string, readonly summary: string, readonly axis: string, readonly until: number, readonly lines: readonly Line[] }

export interface Section {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly picture?: Picture
  readonly tables: readonly Table[]
  readonly remarks: readonly string[]
}

export interface Document {
  readonly title: string
  readonly answer: string
  readonly subtitle: string
  readonly sections: readonly Section[]
  readonly footer: string
}
