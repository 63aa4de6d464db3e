import type { ComponentType } from 'react'
import type { Sentence } from '#foundation/words.ts'

export type Room = 'overview' | 'customers' | 'activity' | 'insights' | 'decisions' | 'loyalty' | 'care' | 'service' | 'evaluation' | 'settings'

/** One page of the console. Its code is loaded with it: `load` is a dynamic import. */
export interface PageDef {
  /** `/lifecycle`, `/customers/$customerId`. A path with a parameter is not listed in the navigation. */
  readonly path: string
  readonly room: Room
  readonly title: Sentence
  /** The right that its reads need; a person without it neither sees the page nor can open it. */
  readonly right: string
  readonly load: () => Promise<ComponentType>
  /** Other words that should find this page in the command box: synonyms, pinyin. */
  readonly finds?: string
}

/** Something the command box can do, other than opening a page. */
export interface ActionDef { readonly title: Sentence, readonly to: string, readonly right: string, readonly finds?: string }

export const mayOpen = (rights: readonly string[], right: string): boolean => right === 'anyone' || rights.includes('*') || rights.includes(right)

export const isListed = (page: PageDef): boolean => !page.path.includes('$')
