import { describe, expect, test } from 'vitest';

import { evaluate, FeelSyntaxError, feelFunction, feelLimits, parseFeel, toJson } from '@irisflow/feel';

const nothing = { variable: () => undefined, now: 0 };
const run = (text: string, fuel?: number) =>
  evaluate(parseFeel(text, 'expression'), fuel === undefined ? nothing : { ...nothing, fuel });
const codeOf = (text: string) => {
  const result = run(text);
  return result.ok ? 'OK' : result.error.code;
};

describe('an evaluation without end', () => {
  test.each([
    ['a huge quantified range', 'some x in 1..1000000000 satisfies x < 0', 'FUEL_EXHAUSTED'],
    ['a huge loop', 'for x in 1..1000000000 return x', 'LIST_TOO_LONG'],
    ['nested loops', 'count(for x in 1..2000, y in 1..2000 return x)', 'LIST_TOO_LONG'],
    ['nested quantifiers', 'some x in 1..2000 satisfies some y in 1..2000 satisfies x + y < 0', 'FUEL_EXHAUSTED'],
    [
      'a string that doubles',
      'for i in 1..100 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1]',
      'STRING_TOO_LONG',
    ],
    ['partial results', 'for i in 1..5000 return partial', 'FUEL_EXHAUSTED'],
    [
      'a list that doubles',
      'for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])',
      'LIST_TOO_LONG',
    ],
    ['a function that calls itself', '(function(f) f(f))(function(f) f(f))', 'TOO_DEEP'],
    [
      'a slow sort',
      'count(sort(for i in 1..90000 return -i, function(a, b) some x in 1..100 satisfies x > a))',
      'FUEL_EXHAUSTED',
    ],
    [
      'a long text that is named a thousand times',
      'for i in 1..1000 return string join(for j in 1..100000 return "0123456789")',
      'FUEL_EXHAUSTED',
    ],
    [
      'a list of a thousand lists of one long text',
      '{x: string join(for j in 1..90000 return "0123456789"), y: for i in 1..1000 return x}',
      'RESULT_TOO_LARGE',
    ],
    [
      'lists that hold the one before twice',
      'for i in 1..64 return if i = 1 then [1] else [partial[-1], partial[-1]]',
      'RESULT_TOO_LARGE',
    ],
    [
      'such lists as text',
      'to json(for i in 1..64 return if i = 1 then [1] else [partial[-1], partial[-1]])',
      'RESULT_TOO_LARGE',
    ],
    ['distinct contexts', 'distinct values(for i in 1..20000 return {a: i})', 'FUEL_EXHAUSTED'],
    [
      'a replacement that explodes',
      'replace(string join(for i in 1..1000 return "aaaaaaaaaa"), "a", string join(for i in 1..1000 return "bb"))',
      'FUEL_EXHAUSTED',
    ],
  ])('given %s, then it ends soon with a clear code', (_, text, code) => {
    const start = Date.now();

    expect(codeOf(text)).toBe(code);
    expect(Date.now() - start).toBeLessThan(8_000);
  });

  test('given an evil regular expression, then it takes linear time', () => {
    expect(run(`matches("${'a'.repeat(5_000)}!", "^(a+)+$")`)).toMatchObject({ ok: true, value: false });
  });

  test.each([
    ['groups', '('.repeat(300_000)],
    ['classes', '[a-'.repeat(100_000)],
  ])('given a computed pattern of very many %s inside each other, then it is refused in no time', (_, pattern) => {
    const start = Date.now();
    const computed = parseFeel('matches("aaa", pattern)', 'expression');

    expect(evaluate(computed, { variable: () => pattern, now: 0 })).toMatchObject({ ok: true, value: null });
    expect(Date.now() - start).toBeLessThan(2_000);
  });

  test.each(['(', '[a', 'a{1001}{1001}'])(
    'given the pattern %s, then a literal is refused and a computed one makes the call null',
    (pattern) => {
      const computed = parseFeel('matches("aaa", pattern)', 'expression');

      expect(() => parseFeel(`matches("aaa", ${JSON.stringify(pattern)})`, 'expression')).toThrow(FeelSyntaxError);
      expect(evaluate(computed, { variable: () => pattern, now: 0 })).toMatchObject({ ok: true, value: null });
    },
  );

  test.each(['(?=a)', '(.)\\1', '(?<!a)b'])(
    'given the pattern %s, which no linear time is enough for, then the evaluation ends and says why',
    (pattern) => {
      const texts = [`matches("aaa", ${JSON.stringify(pattern)})`, 'matches("aaa", pattern)'];
      const results = texts.map((text) => evaluate(parseFeel(text, 'expression'), { variable: () => pattern, now: 0 }));

      for (const result of results) expect(result).toMatchObject({ ok: false, error: { code: 'PATTERN' } });
    },
  );

  test('given values nested very deep, then nothing throws', () => {
    const deep = 'for i in 1..300 return if i = 1 then [1] else [partial[-1]]';
    const result = run(`{l: ${deep}, same: l = l, text: string(l[-1])}`);

    expect(result.ok ? typeof toJson(result.value) : result.error.code).toBe('object');
  });

  test('given a function from outside that throws, then the result says so', () => {
    const broken = feelFunction([], () => {
      throw new TypeError('boom');
    });

    expect(evaluate(parseFeel('f()', 'expression'), { variable: () => broken, now: 0 })).toMatchObject({
      ok: false,
      error: { code: 'INTERNAL' },
    });
  });

  test('given little fuel, then little happens, and the cost is told', () => {
    expect(run('for i in 1..100 return i', 50)).toMatchObject({ ok: false, error: { code: 'FUEL_EXHAUSTED' } });
    expect(run('for i in 1..10 return i').steps).toBe(20);
  });
});

describe('a text nobody should write', () => {
  const offsetOf = (text: string, kind: 'expression' | 'unary-tests' = 'expression') => {
    try {
      parseFeel(text, kind);
      return null;
    } catch (error) {
      return error instanceof FeelSyntaxError ? error.offset : error;
    }
  };

  test.each([
    ['nothing', '', 0],
    ['a dangling operator', '1 +', 3],
    ['a stray word', '1 2', 2],
    ['an open string', '"abc', 0],
    ['too many characters', 'a'.repeat(10_001), 10_000],
    ['too many brackets', '['.repeat(9_000), feelLimits.depth],
    ['an unknown type', 'a instance of spaceship', 14],
    ['a function of another language', 'function(x) external {java: {class: "java.lang.Runtime"}}', 0],
    ['a number beyond all measure', '1' + '0'.repeat(7000), 0],
  ])('given %s, then the error points at it', (_, text, offset) => {
    expect(offsetOf(text)).toBe(offset);
  });

  test('given 64 levels, then it passes, and 65 do not', () => {
    const nest = (levels: number) => `${'not('.repeat(levels)}true${')'.repeat(levels)}`;

    expect(offsetOf(nest(63))).toBeNull();
    expect(offsetOf(nest(64))).not.toBeNull();
  });

  test('given a long chain, then it counts as one level', () => {
    expect(run(`1${' + 1'.repeat(250)}`)).toMatchObject({ ok: true, value: 251 });
    expect(run(`false${' or false'.repeat(250)}`)).toMatchObject({ ok: true, value: false });
  });

  test('given a deep text where little of the stack is left, then it is refused as too deep', () => {
    const withLittleStack = <Result>(frames: number, work: () => Result): Result =>
      frames === 0 ? work() : withLittleStack(frames - 1, work);

    expect(withLittleStack(7_000, () => offsetOf('some x in '.repeat(900)))).toEqual(expect.any(Number));
  });

  test.each([
    ['if a then b else ', 500],
    ['- ', 4_990],
    ['for x in ', 1_000],
    ['function(x) ', 800],
    ['a b c 1 2 3 ) ( + * ', 490],
    ['get or else ', 800],
    ['[b]', 3_000],
    ['some x in ', 900],
  ])('given %s %s times, then parsing ends soon', (part, times) => {
    const start = Date.now();

    expect(offsetOf(`${part === '[b]' ? 'a' : ''}${part.repeat(times)}`)).toEqual(expect.any(Number));
    expect(Date.now() - start).toBeLessThan(3_000);
  });
});

describe('the cache', () => {
  test('given the same text twice, then it is parsed once, a kind apart', () => {
    expect(parseFeel('1 + 41', 'expression')).toBe(parseFeel('1 + 41', 'expression'));
    expect(parseFeel('42', 'expression')).not.toBe(parseFeel('42', 'unary-tests'));
  });
});
