import { expect, it } from 'vitest';
import { rememberTexts } from './remember-texts.ts';

const counting = (maxCharacters: number) => {
  const asked: string[] = [];
  const read = rememberTexts((text, name) => {
    asked.push(`${name}:${text}`);
    return { text };
  }, maxCharacters);
  return { asked, read };
};

it('reads the same text under the same name once', () => {
  const { asked, read } = counting(100);
  const first = read('one', 'a');
  expect(read('one', 'a')).toBe(first);
  expect(read('one', 'b')).toEqual(first);
  expect(asked).toEqual(['a:one', 'b:one']);
});

it('forgets what was asked for longest ago when there is too much', () => {
  const { asked, read } = counting(12);
  read('1111', 'a');
  read('2222', 'a');
  read('1111', 'a');
  read('3333', 'a');
  expect(asked).toHaveLength(3);
  read('1111', 'a');
  expect(asked).toHaveLength(3);
  read('2222', 'a');
  expect(asked.at(-1)).toBe('a:2222');
});

it('answers a text that is larger than all that it may keep', () => {
  const { asked, read } = counting(3);
  expect(read('larger', 'a')).toEqual({ text: 'larger' });
  expect(read('larger', 'a')).toEqual({ text: 'larger' });
  expect(asked).toHaveLength(2);
});

it('does not remember a reading that failed', () => {
  let isBroken = true;
  const read = rememberTexts((text) => {
    if (isBroken) throw new Error('broken');
    return text;
  });
  expect(() => read('one', 'a')).toThrow('broken');
  isBroken = false;
  expect(read('one', 'a')).toBe('one');
});
