import { expect, it } from 'vitest'
import { changeOf, chosen, differencesIn, draftOf, isDraft, isEmpty } from './record.form.schema.ts'

const empty = draftOf(undefined)

it('sends only what the person changed', () => {
  const before = { ...empty, version: 3, name: '李雷', address: '旧' }
  expect(changeOf(before, { ...before, address: ' 新 ', added: [{ kind: 'phone', value: '138' }, { kind: 'card', value: ' ' }] }, false)).toEqual({ address: '新', addKeys: [{ kind: 'phone', value: '138' }], removeKeys: [] })
  expect(changeOf(before, { ...before, name: '  ' }, false)).toMatchObject({ name: null })
  expect(changeOf(empty, { ...empty, name: '韩梅梅', birthday: { calendar: 'lunar', year: null, month: 8, day: 3, leap: false } }, true)).toEqual({
    name: '韩梅梅', birthday: { calendar: 'lunar', year: null, month: 8, day: 3, leap: false }, keys: []
  })
})

it('is nobody without a name and without a number', () => {
  expect([isEmpty(empty), isEmpty({ ...empty, name: '甲' }), isEmpty({ ...empty, added: [{ kind: 'phone', value: '1' }] }), isEmpty({ ...empty, version: 1 })]).toEqual([true, false, false, false])
  expect([isDraft(empty), isDraft({ name: 'x' }), isDraft(null)]).toEqual([true, false, false])
})

it('puts the chosen side of a conflict back into the form, and nothing it does not know', () => {
  expect(differencesIn('[{"field":"name","theirs":"甲","yours":"乙"}]')).toEqual([{ field: 'name', theirs: '甲', yours: '乙' }])
  expect([differencesIn('{'), differencesIn(5), differencesIn('{"field":1}')]).toEqual([[], [], []])
  expect([chosen('name', null), chosen('gender', 'female'), chosen('gender', 'x'), chosen('kind', 'robot'), chosen('custom', { a: 1, b: [] }), chosen('shoe', 1)])
    .toEqual([{ name: '' }, { gender: 'female' }, { gender: null }, {}, { custom: { a: 1 } }, {}])
})
