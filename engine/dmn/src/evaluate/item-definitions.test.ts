import { describe, expect, test } from 'vitest';

import { evaluateDecision, parseDmn } from '@irisflow/dmn';

const model = (definitions: string, logic: string, type = 'tA'): string =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="model" name="Model" namespace="urn:model">
    ${definitions}
    <inputData id="in" name="given"><variable name="given" typeRef="${type}"/></inputData>
    <decision id="d" name="d"><informationRequirement><requiredInput href="#in"/></informationRequirement>${logic}</decision>
  </definitions>`;

const literal = (text: string): string => `<literalExpression><text>${text}</text></literalExpression>`;

const definition = (name: string, inside: string, attributes = ''): string =>
  `<itemDefinition name="${name}"${attributes}>${inside}</itemDefinition>`;

const reference = (name: string): string => `<typeRef>${name}</typeRef>`;

const component = (name: string, inside: string, attributes = ''): string =>
  `<itemComponent name="${name}"${attributes}>${inside}</itemComponent>`;

const evaluate = (xml: string, given: unknown, fuel?: number) => {
  const parsed = parseDmn(xml);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  const variable = (name: string) => (name === 'given' ? given : undefined);
  const result = evaluateDecision(parsed.requirements, 'd', {
    variable,
    now: 0,
    ...(fuel === undefined ? {} : { fuel }),
  });
  return result.ok ? result.output : result.message;
};

describe('types of a file', () => {
  const person = definition(
    'tA',
    component('born', reference('date')) + component('children', reference('tA'), ' isCollection="true"'),
  );

  test('given a type inside itself, then dates deep down are dates', () => {
    const given = { born: '1960-01-01', children: [{ born: '1990-05-17', children: [] }] };

    expect(evaluate(model(person, literal('given.children[1].born.year')), given)).toBe(1990);
  });

  test('given an entry the sender left out, then it is null and the rest is read', () => {
    expect(evaluate(model(person, literal('[given.born.year, given.children]')), { born: '1960-01-01' })).toEqual([
      1960,
      null,
    ]);
  });

  test('given types in any order, then they find each other', () => {
    const types = definition('tA', reference('tB'), ' isCollection="true"') + definition('tB', reference('date'));

    expect(evaluate(model(types, literal('given[1].year')), ['2024-02-29'])).toBe(2024);
  });

  test.each(['number', 'feel:number', 'long', 'double', 'integer'])(
    'given the type %s, then text is no value',
    (type) => {
      expect(evaluate(model('', literal('given'), type), 'text')).toBeNull();
      expect(evaluate(model('', literal('given'), type), 5)).toBe(5);
    },
  );

  test('given a type nobody defined, then it takes anything', () => {
    expect(evaluate(model('', literal('given'), 'tUnknown'), 'text')).toBe('text');
  });

  test('given allowed values that are wrong FEEL, then the file is refused', () => {
    const types = definition('tA', `${reference('number')}<allowedValues><text>[1..</text></allowedValues>`);

    expect(parseDmn(model(types, literal('given')))).toMatchObject({ ok: false, problems: [{ code: 'DMN_FEEL' }] });
  });
});

describe('hostile types', () => {
  test('given two types that only name each other, then no value is of them and the evaluation ends', () => {
    const types = definition('tA', reference('tB')) + definition('tB', reference('tA'));

    expect(evaluate(model(types, literal('given')), 5)).toBeNull();
  });

  test('given a value of a million items, then checking it costs steps', () => {
    const types = definition('tA', reference('number'), ' isCollection="true"');
    const given = Array.from({ length: 1_000_000 }, (_, index) => index);

    expect(evaluate(model(types, literal('count(given)')), given, 100_000)).toContain('budget of steps');
  });

  test('given a value nested a hundred thousand deep, then the evaluation ends with a reason', () => {
    const types = definition('tA', component('a', reference('tA')));
    let given: unknown = null;
    for (let depth = 0; depth < 100_000; depth += 1) given = { a: given };

    expect(evaluate(model(types, literal('given')), given)).toContain('too deep');
  });

  test('given boxed loops inside each other, then they pay from one budget', () => {
    const loop = (inside: string): string =>
      `<for iteratorVariable="i"><in>${literal('[1..1000]')}</in><return>${inside}</return></for>`;

    expect(evaluate(model('', loop(loop(loop(literal('i')))), 'Any'), null)).toContain('budget of steps');
  });
});
