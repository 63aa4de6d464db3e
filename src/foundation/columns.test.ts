import { expect, test } from 'vitest'
import { clipped, displayWidth, inColumns, padded, plainText, wrapped } from './columns.ts'

test('a Chinese character takes two places, an accent none', () => {
  expect(displayWidth('abc')).toBe(3)
  expect(displayWidth('流失A')).toBe(5)
  expect(displayWidth('e\u0301￥')).toBe(3)
  expect(displayWidth('𠮷😀')).toBe(4)
  expect(padded('客户', 6)).toBe('客户  ')
  expect(padded('客户', 6, 'right')).toBe('  客户')
})

test('columns stand under each other in both languages', () => {
  const lines = inColumns([['客户', '10'], ['Ann', '9']], ['left', 'right'], { columns: 80 })
  expect(lines).toEqual(['  客户  10', '  Ann    9'])
  expect(new Set(lines.map(displayWidth)).size).toBe(1)
})

test('the widest column gives way where the line is too short', () => {
  const lines = inColumns([['茉莉花茶特级礼盒装', '1,234'], ['绿茶', '9']], ['left', 'right'], { columns: 20 })
  expect(lines).toEqual(['  茉莉花茶特…  1,234', '  绿茶             9'])
})

test('what is too long is cut with an ellipsis and never wider than asked', () => {
  expect(clipped('茉莉花茶特级', 7)).toBe('茉莉花…')
  expect(displayWidth(clipped('茉莉花茶特级', 6))).toBeLessThanOrEqual(6)
  expect(clipped('short', 5)).toBe('short')
})

test('escape sequences and direction marks of a file are shown as blanks, not obeyed', () => {
  expect(plainText('\u001b[31mred\u0007\u202etxt\r\n')).toBe(' [31mred txt ')
})

test('paragraphs keep closing punctuation on their line', () => {
  for (const line of wrapped('静默超过七十五天的回头客有流失风险，超过一百八十天视为已流失：一年内会回来的人，这时大多都已回来。', 24)) {
    expect(displayWidth(line)).toBeLessThanOrEqual(26)
    expect(line).not.toMatch(/^[，。：]/)
  }
  expect(wrapped('one two three', 40, 2)).toEqual(['  one two three'])
})
