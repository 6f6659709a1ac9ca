import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileForm, lintForm, parseForm, writeAt } from './index.ts';
import { sampleForm } from './testing.ts';

const problemsOf = (json: unknown) => {
  const parsed = parseForm(json);
  return parsed.ok ? [] : parsed.problems;
};

const changed = (pointer: readonly string[], value: unknown): unknown => writeAt(sampleForm, pointer, value);

describe('parseForm', () => {
  test('accepts a form as text and as a value', () => {
    expect(parseForm(JSON.stringify(sampleForm))).toEqual({ ok: true, form: sampleForm });
    expect(parseForm(sampleForm)).toEqual({ ok: true, form: sampleForm });
  });

  test.each([
    ['not JSON', '{"kind":', 'FORM_TYPE', ''],
    ['another document', {}, 'FORM_MISSING', '/kind'],
    ['a future format', changed(['formatVersion'], 2), 'FORM_VALUE', '/formatVersion'],
    ['an unknown key', changed(['script'], 'alert(1)'), 'FORM_UNKNOWN_KEY', '/script'],
    ['a reference', changed(['schema', 'properties', 'iban'], { $ref: '#' }), 'FORM_UNKNOWN_KEY', '/schema/properties/iban/$ref'],
    ['a field without type', changed(['schema', 'properties', 'iban'], {}), 'FORM_MISSING', '/schema/properties/iban/type'],
    ['a keyword that is not allowed', changed(['schema', 'properties', 'iban', 'uniqueItems'], true), 'FORM_UNKNOWN_KEY', '/schema/properties/iban/uniqueItems'],
    ['an unsafe pattern', changed(['schema', 'properties', 'iban', 'pattern'], '^(a+)+$'), 'FORM_PATTERN', '/schema/properties/iban/pattern'],
    ['a property that hides a prototype', JSON.stringify(sampleForm).replace('"iban":{', '"__proto__":{'), 'FORM_UNKNOWN_KEY', '/schema/properties/__proto__'],
    ['an unknown widget', changed(['uischema', 'elements', '3', 'elements', '0', 'options', 'widget'], 'html'), 'FORM_VALUE', '/uischema/elements/3/elements/0/options/widget'],
    ['an unknown element', changed(['uischema', 'elements', '3', 'elements', '0', 'type'], 'Iframe'), 'FORM_VALUE', '/uischema/elements/3/elements/0/type'],
    ['a scope that is no scope', changed(['uischema', 'elements', '3', 'elements', '0', 'scope'], '#/iban'), 'FORM_VALUE', '/uischema/elements/3/elements/0/scope'],
    ['an unknown language', changed(['locales'], ['fr', 'xx']), 'FORM_VALUE', '/locales/1'],
    ['an unknown effect', changed(['uischema', 'elements', '3', 'rule'], { effect: 'DELETE', condition: { scope: '#/properties/iban', schema: {} } }), 'FORM_VALUE', '/uischema/elements/3/rule/effect'],
    ['an unknown calculation', changed(['uischema', 'elements', '3', 'elements', '0', 'options', 'calc'], { op: 'eval' }), 'FORM_VALUE', '/uischema/elements/3/elements/0/options/calc/op'],
  ])('refuses %s', (_, json, code, pointer) => {
    const problems = problemsOf(json);

    expect(problems).toContainEqual(expect.objectContaining({ code, pointer }));
    for (const problem of problems) expect(problem.expected).not.toBe('');
  }); // prettier-ignore

  test('refuses schemas nested without end, without overflowing the stack', () => {
    const deep = '{"type":"array","items":'.repeat(5000) + '{"type":"string"}' + '}'.repeat(5000);
    const json = JSON.stringify(sampleForm).replace('"iban":{', `"deep":${deep},"iban":{`);

    expect(problemsOf(json)).toContainEqual(expect.objectContaining({ code: 'FORM_SIZE' }));
  });

  test('never throws and stays quick on anything', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string()), (anything) => {
        expect(parseForm(anything).ok).toBe(false);
      }),
    );
  });

  test('what it accepts after a random cut also compiles and lints', () => {
    const pointers = fc.constantFrom(
      ...Object.keys(sampleForm),
      'schema/required',
      'uischema/options',
      'bindings/files',
    );
    fc.assert(
      fc.property(pointers, (pointer) => {
        const parsed = parseForm(changed(pointer.split('/'), undefined));
        const findings = parsed.ok ? lintForm(compileForm(parsed.form).form) : parsed.problems;
        expect(Array.isArray(findings)).toBe(true);
      }),
    );
  });
});
