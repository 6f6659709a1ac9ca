import { expect, test } from 'vitest';
import { calendarFile, instantAt } from './index.ts';

test('an entry says when and where, however long and strange its words are', () => {
  const place = `Salle « Été », ${'très long '.repeat(20)}1er étage; à droite\\gauche\nEND:VEVENT`;
  const from = instantAt('2026-12-14', '10:30') ?? 0;
  const file = calendarFile({
    uid: 'hearing-1@irisflow',
    sequence: 2,
    from,
    until: from + 3_600_000,
    title: 'Audition',
    place,
    description: '',
    stamp: Date.parse('2026-11-25T09:00:00Z'),
  });
  const lines = file.split('\r\n');
  expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
  expect(lines).toContain('DTSTART:20261214T093000Z');
  expect(lines).toContain('DTEND:20261214T103000Z');
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  const whole = file.replaceAll('\r\n ', '');
  expect(whole).toContain(String.raw`1er étage\; à droite\\gauche\nEND:VEVENT`);
});
