import { describe, expect, test } from 'vitest';
import {
  compileForm,
  prune,
  settle,
  validateForm,
  type Condition,
  type FormContext,
  type FormData,
  type Rule,
  type RuleEffect,
} from './index.ts';
import { formOf, sampleForm, sampleSubmission, type FieldSetup } from './testing.ts';

const context: FormContext = { audience: 'applicant', today: '2026-11-24' };
const text = { type: 'string' } as const;
const is = (name: string, value: string | boolean | number): Condition => ({
  scope: `#/properties/${name}`,
  schema: { const: value },
});
const rule = (effect: RuleEffect, condition: Condition): Rule => ({ effect, condition });

const formWith = (fields: Readonly<Record<string, FieldSetup>>, required: readonly string[] = []) =>
  compileForm(formOf({ fields, required }));
const visible = (compiled: ReturnType<typeof formWith>, data: FormData) =>
  compiled.controls.map(({ id }) => id).filter((id) => settle(compiled, data, context).visible.has(id));

describe('rules', () => {
  test('SHOW, HIDE, ENABLE and DISABLE follow their condition', () => {
    const compiled = formWith({
      a: { schema: text },
      shown: { schema: text, rule: rule('SHOW', is('a', 'x')) },
      hidden: { schema: text, rule: rule('HIDE', is('a', 'x')) },
      enabled: { schema: text, rule: rule('ENABLE', is('a', 'x')) },
      disabled: { schema: text, rule: rule('DISABLE', is('a', 'x')) },
    });

    expect(visible(compiled, { a: 'x' })).toEqual(['a', 'shown', 'enabled', 'disabled']);
    expect(visible(compiled, {})).toEqual(['a', 'hidden', 'enabled', 'disabled']);
    expect([...settle(compiled, { a: 'x' }, context).disabled]).toEqual(['disabled']);
    expect([...settle(compiled, {}, context).disabled]).toEqual(['enabled']);
  });

  test('AND and OR join conditions', () => {
    const both = { type: 'AND', conditions: [is('a', 'x'), is('b', 'y')] } as const;
    const either = { type: 'OR', conditions: [is('a', 'x'), is('b', 'y')] } as const;
    const compiled = formWith({
      a: { schema: text },
      b: { schema: text },
      and: { schema: text, rule: rule('SHOW', both) },
      or: { schema: text, rule: rule('SHOW', either) },
    });

    expect(visible(compiled, { a: 'x', b: 'y' })).toEqual(['a', 'b', 'and', 'or']);
    expect(visible(compiled, { a: 'x' })).toEqual(['a', 'b', 'or']);
    expect(visible(compiled, {})).toEqual(['a', 'b']);
  });

  test.each([
    ['an unmet const', { const: 'x' }, undefined, false],
    ['a negation', { not: { const: 'x' } }, undefined, true],
    ['a negation that fails when undefined', { not: { const: 'x' } }, true, false],
    ['a limit', { minLength: 2 }, undefined, true],
    ['a type', { type: 'string' }, undefined, false],
  ] as const)('an absent value and %s', (_, schema, failWhenUndefined, shows) => {
    const condition = { scope: '#/properties/a', schema, ...(failWhenUndefined && { failWhenUndefined }) };
    const compiled = formWith({ a: { schema: text }, b: { schema: text, rule: rule('SHOW', condition) } }, ['b']);

    expect(visible(compiled, {}).includes('b')).toBe(shows);
    // The validators must draw the same conclusion as the rule.
    expect(validateForm(compiled, {}, context)).toHaveLength(shows ? 1 : 0);
  });

  test('a pattern in a condition is not searched in a text long enough to stall the server', () => {
    const condition = { scope: '#/properties/a', schema: { pattern: '^[a-z]+[a-z0-9]+$' } };
    const compiled = formWith({ a: { schema: text }, b: { schema: text, rule: rule('SHOW', condition) } });
    const started = Date.now();

    expect(visible(compiled, { a: 'abc' })).toEqual(['a', 'b']);
    expect(visible(compiled, { a: `${'a'.repeat(256_000)}!` })).toEqual(['a']);
    expect(Date.now() - started).toBeLessThan(500);
  });

  test('a hidden field is not required, not validated, and leaves', () => {
    const compiled = formWith(
      { a: { schema: text }, b: { schema: { ...text, minLength: 5 }, rule: rule('SHOW', is('a', 'x')) } },
      ['b'],
    );

    expect(validateForm(compiled, { b: 'no' }, context)).toEqual([]);
    expect(prune(compiled, { b: 'no' }, context)).toEqual({ data: {}, removed: [{ pointer: '/b', reason: 'hidden' }] });
    expect(validateForm(compiled, { a: 'x' }, context)).toMatchObject([{ pointer: '/b', keyword: 'required' }]);
  });

  test('a field that depends on a hidden field sees nothing, however long the chain', () => {
    const names = Array.from({ length: 20 }, (_, index) => `f${index}`);
    const fields = Object.fromEntries(
      names.map((name, index) => [
        name,
        index === 0 ? { schema: text } : { schema: text, rule: rule('SHOW', is(`f${index - 1}`, 'x')) },
      ]),
    );
    const compiled = formWith(fields);
    const data = Object.fromEntries(names.map((name) => [name, 'x']));

    expect(visible(compiled, data)).toHaveLength(20);
    expect(visible(compiled, { ...data, f0: 'y' })).toEqual(['f0']);
  });

  test('requiredWhen asks only when its condition holds', () => {
    const compiled = formWith({ a: { schema: text }, b: { schema: text, options: { requiredWhen: is('a', 'x') } } });

    expect(validateForm(compiled, {}, context)).toEqual([]);
    expect(validateForm(compiled, { a: 'x' }, context)).toMatchObject([{ pointer: '/b', keyword: 'required' }]);
    expect(settle(compiled, { a: 'x' }, context).required.has('b')).toBe(true);
  });

  test('rules inside a table look at their own row', () => {
    const other = { scope: '#/properties/kind', schema: { const: 'other' } };
    const compiled = formWith({
      people: {
        schema: { type: 'array', items: { type: 'object', properties: { kind: text, which: text } } },
        rows: {
          kind: { schema: text },
          which: { schema: text, rule: rule('SHOW', other), options: { requiredWhen: other } },
        },
      },
    });
    const data = { people: [{ kind: 'child', which: 'left over' }, { kind: 'other' }] };

    expect(prune(compiled, data, context)).toEqual({
      data: { people: [{ kind: 'child' }, { kind: 'other' }] },
      removed: [{ pointer: '/people/0/which', reason: 'hidden' }],
    });
    expect(validateForm(compiled, data, context)).toMatchObject([{ pointer: '/people/1/which', keyword: 'required' }]);
  });

  test('a page rule hides everything on the page', () => {
    const page = sampleForm.uischema.elements[3];
    const hidden = compileForm({
      ...sampleForm,
      uischema: {
        ...sampleForm.uischema,
        elements: [
          ...sampleForm.uischema.elements.slice(0, 3),
          { ...page!, rule: rule('SHOW', is('incomeChanged', true)) },
        ],
      },
    });

    expect(settle(hidden, sampleSubmission, context).visible.has('p_payment')).toBe(false);
    expect(settle(hidden, { ...sampleSubmission, incomeChanged: true }, context).visible.has('p_payment')).toBe(true);
  });

  test('fields of another audience do not exist', () => {
    const compiled = compileForm(sampleForm);
    const data = { ...sampleSubmission, internalNote: 'checked by phone' };

    expect(prune(compiled, data, context).removed).toEqual([{ pointer: '/internalNote', reason: 'audience' }]);
    expect(prune(compiled, data, { ...context, audience: 'agent' }).removed).toEqual([]);
  });

  test('unknown properties are listed wherever they hide', () => {
    const data = JSON.parse(
      '{"domicile":{"street":"A","planet":"Mars"},"household":[{"name":"S","role":"admin"}],"__proto__":{"polluted":1},"price":0}',
    );
    const { data: kept, removed } = prune(compileForm(sampleForm), data, context);

    expect(removed).toEqual(
      ['/domicile/planet', '/household/0/role', '/__proto__/polluted', '/price'].map((pointer) => ({
        pointer,
        reason: 'unknown',
      })),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(kept)).not.toContain('price');
  });
});

describe('calculations', () => {
  const rows = {
    type: 'array',
    items: { type: 'object', properties: { amount: { type: 'number' }, born: text } },
  } as const;
  const compiled = formWith({
    born: { schema: { type: 'string', format: 'date' } },
    list: { schema: rows, rows: { amount: { schema: { type: 'number' } }, born: { schema: text } } },
    extra: { schema: { type: 'number' } },
    total: {
      schema: { type: 'number' },
      options: { calc: { op: 'sum', scopes: ['#/properties/list'], field: 'amount' } },
    },
    grand: {
      schema: { type: 'number' },
      options: { calc: { op: 'sum', scopes: ['#/properties/total', '#/properties/extra'] } },
    },
    rest: {
      schema: { type: 'number' },
      options: { calc: { op: 'difference', scope: '#/properties/total', minus: '#/properties/extra' } },
    },
    size: { schema: { type: 'integer' }, options: { calc: { op: 'count', scope: '#/properties/list' } } },
    rich: {
      schema: { type: 'integer' },
      options: {
        calc: {
          op: 'count',
          scope: '#/properties/list',
          where: { scope: '#/properties/amount', schema: { type: 'number', minimum: 1 } },
        },
      },
    },
    age: { schema: { type: 'integer' }, options: { calc: { op: 'age', scope: '#/properties/born' } } },
    alone: { schema: { type: 'boolean' }, options: { calc: { op: 'test', condition: is('size', 0) } } },
    bonus: {
      schema: text,
      rule: rule('SHOW', { scope: '#/properties/age', schema: { type: 'integer', minimum: 18 } }),
    },
  });
  const settled = (data: FormData) => settle(compiled, data, context);

  test('sums are exact to the cent and build on each other', () => {
    expect(settled({ list: [{ amount: 0.1 }, { amount: 0.2 }], extra: 1 }).data).toMatchObject({
      total: 0.3,
      grand: 1.3,
    });
  });

  test('a difference is exact to the cent, and waits for both numbers', () => {
    expect(settled({ list: [{ amount: 0.3 }], extra: 0.1 }).data['rest']).toBe(0.2);
    expect(settled({ list: [{ amount: 0.3 }] }).data['rest']).toBeUndefined();
  });

  test('counts take a condition', () => {
    expect(settled({ list: [{ amount: 0.5 }, { amount: 2 }, {}] }).data).toMatchObject({
      size: 3,
      rich: 1,
      alone: false,
    });
  });

  test.each([
    ['2008-11-24', 18],
    ['2008-11-25', 17],
    ['2026-11-24', 0],
    ['2027-01-01', undefined],
    ['2008-13-01', undefined],
  ])('a person born on %s is %s', (born, age) => {
    expect(settled({ born }).data['age']).toBe(age);
  });

  test('what a sender writes into a calculated field counts for nothing', () => {
    expect(settled({ born: '2020-01-01', age: 44, bonus: 'yes' }).data).toMatchObject({ age: 6 });
    expect(settled({ born: '2020-01-01', age: 44, bonus: 'yes' }).visible.has('bonus')).toBe(false);
  });
});
