import { expect, test } from 'vitest'
import { commandHelp, commandNamed, commandsHelp, isMisuse, readGiven, type Command } from './command.ts'
import { Refusal } from './refusal.ts'

const weigh: Command = {
  name: 'weigh', meaning: { zh: '称一称', en: 'Weighs it' }, takes: ['FILE'],
  options: { unit: { value: 'UNIT', choices: ['kg', 'jin'], meaning: { zh: '单位', en: 'the unit' } }, note: { value: 'TEXT', meaning: { zh: '备注', en: 'a remark' } }, dry: { meaning: { zh: '只看不做', en: 'only look' } } },
  run: async () => undefined
}
const codeOf = (text: readonly string[]): string => {
  try { readGiven(weigh, text) } catch (error) { if (error instanceof Refusal && isMisuse(error)) return error.code; throw error }
  return 'fine'
}

test('values stand after a space or an equals sign, flags stand alone, and -- ends the options', () => {
  expect(readGiven(weigh, ['a.csv', '--unit', 'kg', '--note=x=y', '--dry'])).toEqual({ words: ['a.csv'], options: { unit: 'kg', note: 'x=y' }, flags: new Set(['dry']) })
  expect(readGiven(weigh, ['--', '--unit']).words).toEqual(['--unit'])
  expect(readGiven(weigh, ['-5']).words).toEqual(['-5'])
})

test('what is not understood is said, never guessed', () => {
  expect(codeOf(['a', '--colour', 'red'])).toBe('command.unknown_option')
  expect(codeOf(['a', '-u'])).toBe('command.unknown_option')
  expect(codeOf(['a', '--toString', 'x'])).toBe('command.unknown_option')
  expect(codeOf(['a', '--unit'])).toBe('command.value_missing')
  expect(codeOf(['a', '--unit', 'stone'])).toBe('command.no_such_choice')
  expect(codeOf(['a', '--dry=yes'])).toBe('command.no_value')
  expect(codeOf([])).toBe('command.word_missing')
  expect(codeOf(['a', 'b'])).toBe('command.word_extra')
  expect(() => commandNamed([weigh], 'wiegh')).toThrow('There is no command "{name}"')
})

test('help is there in both languages and names every option', () => {
  expect(commandsHelp([weigh], 'zh-CN')).toContain('称一称')
  expect(commandHelp(weigh, 'en')).toMatch(/--unit kg\|jin\s+the unit/)
})
