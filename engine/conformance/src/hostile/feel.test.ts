import { bpmnProcess } from '@irisflow/bpmn';
import { describe, expect, test } from 'vitest';
import { expectNotDeployed, expectRefused } from '../kit/deployments.ts';
import { underAttack } from './kit/under-attack.ts';

const MODEL = 'computing';
const file = (id: string, expression: string): string =>
  bpmnProcess(id)
    .start()
    .scriptTask('it', { expression: `= ${expression}`, resultVariable: 'found' })
    .end()
    .toXml();

/** Expressions that would never end, or fill the memory, and what their incident says. */
const bombs: readonly (readonly [what: string, expression: string, words: string])[] = [
  ['a range of a billion', 'for x in 1..1000000000 return x', 'a list of at most'],
  ['a question about a billion', 'some x in 1..1000000000 satisfies x < 0', 'budget'],
  ['loops in loops', 'count(for x in 1..2000, y in 1..2000 return x)', 'a list of at most'],
  ['questions in questions', 'some x in 1..2000 satisfies some y in 1..2000 satisfies x + y < 0', 'budget'],
  [
    'a text that doubles',
    'for i in 1..100 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1]',
    'a string of at most',
  ],
  [
    'a list that doubles',
    'for i in 1..40 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])',
    'a list of at most',
  ],
  [
    'lists in which the one before is twice',
    'for i in 1..64 return if i = 1 then [1] else [partial[-1], partial[-1]]',
    'result',
  ],
  ['a function that calls itself', '(function(f) f(f))(function(f) f(f))', 'at most 200 function calls'],
  [
    'a replacement that explodes',
    'replace(string join(for i in 1..1000 return "aaaaaaaaaa"), "a", string join(for i in 1..1000 return "bb"))',
    'budget',
  ],
  ['a pattern that looks ahead', 'matches("a", "(?=a)a")', 'regular expression'],
  ['a pattern that refers back', String.raw`matches("aa", "(.+)\\1")`, 'regular expression'],
  ['a power without end', 'for i in 1..100000 return 9999999999 ** 9999999999', 'budget'],
];

/** Texts that are refused with the file. */
const unreadable: readonly (readonly [what: string, expression: string, words: string])[] = [
  ['nine thousand brackets', '['.repeat(4_500) + ']'.repeat(4_500), 'open brackets'],
  ['a hundred calls in one another', 'not('.repeat(100) + 'true' + ')'.repeat(100), 'at most 64'],
  ['twenty thousand characters', `"${'x'.repeat(20_000)}"`, 'at most 10000 characters of FEEL'],
  ['a pattern that no dialect has', 'matches("a", "(a")', 'regular expression'],
  [
    'a function of Java',
    'function(x) external {java: {class: "java.lang.Runtime", method signature: "exec(java.lang.String)"}}',
    'external functions are not supported',
  ],
  [
    'a function of JavaScript',
    'function(x) external {javascript: "process.exit()"}',
    'external functions are not supported',
  ],
  ['a template of another language', '${7 * 7}', 'found "$"'],
  ['a template of a third language', '#{7 * 7}', 'found "#"'],
  ['the name of a secret', '{{secrets.DB}}', 'found "{"'],
  ['a type of the host', 'x instance of Function', 'found "Function"'],
];

/** Ways out of the language that lead nowhere; `x` is `{"a":1}`. */
const escapes: readonly string[] = [
  'x.constructor',
  'x.constructor.constructor("return process")()',
  '{a: 1}.constructor',
  '{a: 1}.__proto__',
  '{a: 1}.toString',
  '"text".constructor',
  '"text".length',
  '(1).constructor',
  'true.constructor',
  'null.constructor',
  'date("2024-01-01").constructor',
  'duration("PT1H").constructor',
  '(function(a) a).constructor',
  '(function(a) a).call',
  '(function(a) a).apply',
  'abs.constructor',
  'abs.prototype',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty("x")',
  'valueOf()',
  'process',
  'process.exit()',
  'globalThis',
  'this',
  'require("fs")',
  'import("fs")',
  'eval("1")',
  'Function("return 1")()',
  'Math.random()',
  'JSON.parse("1")',
  'console.log("x")',
  'get value(x, "constructor")',
  'get value(x, "__proto__")',
  'get value(x, ["constructor", "prototype"])',
  'get value({}, "toString")',
  'context put({}, "__proto__", {polluted: true}).polluted',
  'context put({}, ["__proto__", "polluted"], true).polluted',
  'context put({}, ["constructor", "prototype", "polluted"], true).polluted',
  'context merge([{}, {"__proto__": {polluted: true}}]).polluted',
  'context([{key: "__proto__", value: {polluted: true}}]).polluted',
  '{"__proto__": {polluted: true}}.polluted',
  'camunda.secrets.DB',
  'env',
];

/** Texts that other engines would fill in. */
const texts: readonly string[] = ['"{{secrets.DB}}"', '"${process.env}"', '"#{7 * 7}"', '"<%= 7 * 7 %>"'];

underAttack('Hostile FEEL', (attacked) => {
  test.for(bombs)('%s is an incident', async ([, expression, words]) => {
    // given
    const { world } = attacked;
    const id = world.name(MODEL);
    await world.deploy(file(id, expression));

    // when
    const began = performance.now();
    const key = await world.create(id);

    // then
    expect(performance.now() - began).toBeLessThan(5_000);
    const { errorType, errorMessage } = await world.incident(key);
    expect([errorType, errorMessage]).toEqual(['EXTRACT_VALUE_ERROR', expect.stringContaining(words)]);
    await world.cancel(key);
  });

  test('a pattern that would take for ever takes no time', async () => {
    const { world } = attacked;
    const id = world.name(MODEL);
    await world.deploy(file(id, `matches(text, "^(a+)+$")`));
    const began = performance.now();
    expect(await world.run(id, { text: `${'a'.repeat(100_000)}!` })).toMatchObject({ found: false });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test.for(unreadable)('%s is refused with the file', async ([, expression, words]) => {
    const { world } = attacked;
    const id = world.name(MODEL);
    await expectRefused(world, { 'computing.bpmn': file(id, expression) }, words);
    await expectNotDeployed(world, id);
  });

  test('a file full of expressions is refused', async () => {
    const { world } = attacked;
    const path = bpmnProcess('full').start();
    for (let at = 0; at < 200; at += 1) path.serviceTask(`t${at}`, { type: `= "${'a'.repeat(9_000)}${at}"` });
    await expectRefused(world, { 'full.bpmn': path.end().toXml() }, 'characters of FEEL in one file');
  });

  test('the lists of what every object has are empty of it', async () => {
    const { world } = attacked;
    const id = world.name(MODEL);
    await world.deploy(
      file(id, '{a: [1, 2].constructor, b: [1, 2].length, c: x["constructor"], d: get entries(x).constructor}'),
    );
    expect(await world.run(id, { x: { a: 1 } })).toMatchObject({
      found: { a: [null, null], b: [null, null], c: [], d: [null] },
    });
  });

  describe('what is not of the language is nothing', () => {
    test.for(escapes)('%s', async (expression) => {
      // given
      const { world } = attacked;
      const id = world.name(MODEL);
      await world.deploy(file(id, expression));

      // when
      const ran = await world.run(id, { x: { a: 1 } });
      const asked = await world.rest.ask('POST', '/expression/evaluation', {
        expression: `=${expression}`,
        variables: { x: { a: 1 } },
      });

      // then
      expect(ran).toEqual({ x: { a: 1 }, found: null });
      expect(asked).toMatchObject({ status: 200, body: { result: null } });
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
    });

    test.for(texts)('%s stays as it is', async (expression) => {
      const { world } = attacked;
      const id = world.name(MODEL);
      await world.deploy(file(id, expression));
      expect(await world.run(id)).toEqual({ found: JSON.parse(expression) });
    });
  });

  test('a name of an element is no expression', async () => {
    const { world } = attacked;
    const id = world.name(MODEL);
    await world.deploy(bpmnProcess(id).start('s', { name: '= 1 / 0' }).task('t', { name: '${7 * 7}' }).end().toXml());
    const key = await world.create(id);
    expect(await world.element(key, 't')).toMatchObject({ elementName: '${7 * 7}' });
  });

  test.for(bombs)('%s, asked through REST, is an answer with its reason', async ([, expression]) => {
    const { status, body } = await attacked.world.rest.ask('POST', '/expression/evaluation', {
      expression: `=${expression}`,
    });
    expect([status, body['detail']]).toEqual([400, expect.stringContaining('Expected')]);
  });
});
