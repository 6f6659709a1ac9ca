import { expect, it } from 'vitest';
import { lineOf } from './write-log.ts';

it('a line of the log says when, how bad, who and what, and nothing in it begins another line', () => {
  const line = lineOf(
    {
      level: 'error',
      part: 'connectors',
      message: 'first\n{"level":"error","msg":"forged"}',
      fields: { jobKey: '7', level: 'forged' },
    },
    new Date(0),
  );
  expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(JSON.parse(line)).toEqual({
    level: 'error',
    time: '1970-01-01T00:00:00.000Z',
    part: 'connectors',
    msg: 'first\n{"level":"error","msg":"forged"}',
    jobKey: '7',
  });
});
