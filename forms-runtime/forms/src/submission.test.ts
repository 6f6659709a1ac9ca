import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileForm,
  enforceLocked,
  formText,
  isLocked,
  optionalText,
  readAt,
  segmentsOf,
  withPrefilled,
  writeAt,
  type FormContext,
} from './index.ts';
import { acceptSubmission } from './server.ts';
import { formOf, sampleForm, samplePrefilled, sampleSubmission } from './testing.ts';

const compiled = compileForm(sampleForm);
const context: FormContext = { audience: 'applicant', today: '2026-11-24' };
const given = { prefilled: samplePrefilled, context };

describe('a submission', () => {
  test('that is right is accepted with its calculated values', () => {
    const accepted = acceptSubmission(compiled, sampleSubmission, given);

    expect(accepted).toMatchObject({ errors: [], removed: [], tampered: [] });
    expect(accepted.data).toMatchObject({ ...sampleSubmission, householdSize: 1, housingCost: 780.5 });
  });

  test('cannot change a locked value, and the attempt is reported', () => {
    const forged = writeAt(sampleSubmission, ['applicant', 'lastName'], 'Somebody Else');
    const accepted = acceptSubmission(compiled, forged, given);

    expect(readAt(accepted.data, ['applicant', 'lastName'])).toBe('Verlinden');
    expect(accepted.tampered).toEqual(['/applicant/lastName']);
  });

  test('may leave locked values out: the server fills them in', () => {
    const without = writeAt(sampleSubmission, ['applicant', 'lastName'], undefined);

    expect(acceptSubmission(compiled, without, given)).toMatchObject({
      errors: [],
      tampered: [],
      data: sampleSubmission,
    });
  });

  test('keeps what was typed before a source answered, and takes what the source says where nothing was', () => {
    const pointer = '/applicant/lastName';
    const prefilled = { ...samplePrefilled, [pointer]: { ...samplePrefilled[pointer]!, late: true } };
    const typed = writeAt(sampleSubmission, segmentsOf(pointer), 'Verlinde');
    const empty = writeAt(sampleSubmission, segmentsOf(pointer), undefined);

    expect(acceptSubmission(compiled, typed, { ...given, prefilled })).toMatchObject({ data: typed, tampered: [] });
    expect(acceptSubmission(compiled, empty, { ...given, prefilled }).data).toMatchObject(sampleSubmission);
    expect(withPrefilled(compiled, typed, prefilled)).toMatchObject(typed);
    expect(readAt(withPrefilled(compiled, empty, prefilled), segmentsOf(pointer))).toBe('Verlinden');
  });

  test('answers a locked field itself when the source was silent', () => {
    const enforced = enforceLocked(compiled, sampleSubmission, {});

    expect(enforced).toEqual({ data: sampleSubmission, tampered: [] });
  });

  test('cannot fill in a field that a rule disables', () => {
    const locked = compileForm(
      formOf({
        fields: {
          role: { schema: { type: 'string' } },
          price: {
            schema: { type: 'number' },
            rule: { effect: 'ENABLE', condition: { scope: '#/properties/role', schema: { const: 'agent' } } },
          },
        },
      }),
    );
    const accepted = acceptSubmission(locked, { role: 'citizen', price: 0 }, { prefilled: {}, context });

    expect(accepted.data).toEqual({ role: 'citizen' });
    expect(accepted.tampered).toEqual(['/price']);
  });

  test('judges rows that are given: none comes or goes, and what is there to be read stays', () => {
    const rows = {
      what: { schema: { type: 'string', readOnly: true } },
      amount: { schema: { type: 'number', readOnly: true } },
      isRight: { schema: { type: 'boolean' } },
    } as const;
    const properties = Object.fromEntries(Object.entries(rows).map(([name, { schema }]) => [name, schema]));
    const judging = compileForm(
      formOf({ fields: { lines: { schema: { type: 'array', items: { type: 'object', properties } }, rows } } }),
    );
    const value = [
      { what: 'Desk', amount: 100 },
      { what: 'VAT', amount: 21 },
    ];
    const brought = { '/lines': { value, source: 'process', at: '2026-11-24T10:00:00Z' } };
    const judged = (lines: unknown) => acceptSubmission(judging, { lines }, { prefilled: brought, context });

    const right = value.map((row, index) => ({ ...row, isRight: index === 0 }));
    expect(judged(right)).toMatchObject({ errors: [], tampered: [], data: { lines: right } });
    expect(judged([{ isRight: true }, { isRight: false }])).toMatchObject({ tampered: [], data: { lines: right } });
    expect(judged([{ ...right[0], amount: 1 }, right[1]])).toMatchObject({
      tampered: ['/lines/0/amount'],
      data: { lines: right },
    });
    expect(judged([...right, { what: 'A car', amount: 9999, isRight: true }])).toMatchObject({
      tampered: ['/lines'],
      data: { lines: right },
    });
    expect(judged([]).data).toEqual({ lines: value });
    fc.assert(
      fc.property(fc.jsonValue(), (lines) => {
        const { data } = judged(lines);
        expect((data['lines'] as typeof value).map(({ what, amount }) => ({ what, amount }))).toEqual(value);
      }),
    );
  });

  test('never moves a value its sender may not write, whatever it contains', () => {
    const locked = Object.keys(samplePrefilled).filter((pointer) =>
      compiled.controls.some((control) => control.pointer === pointer && isLocked(control, samplePrefilled)),
    );
    const unwritable = [...locked, '/householdSize', '/housingCost', '/internalNote'];
    const expected = acceptSubmission(compiled, sampleSubmission, given).data;
    const attack = fc.record({ pointer: fc.constantFrom(...unwritable), value: fc.jsonValue() });

    fc.assert(
      fc.property(fc.array(attack, { minLength: 1, maxLength: 5 }), (attacks) => {
        const forged = attacks.reduce(
          (data, { pointer, value }) => writeAt(data, segmentsOf(pointer), value),
          sampleSubmission,
        );
        const { data } = acceptSubmission(compiled, forged, given);
        for (const pointer of unwritable)
          expect(readAt(data, segmentsOf(pointer))).toEqual(readAt(expected, segmentsOf(pointer)));
      }),
      { numRuns: 2000 },
    );
  });

  test('of any JSON at all gets an answer', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...Object.keys(sampleForm.schema.properties)), fc.jsonValue()),
        (data) => {
          expect(() => acceptSubmission(compiled, data, given)).not.toThrow();
        },
      ),
    );
  });
});

describe('prefilling', () => {
  test('fills in what is known and leaves what the person already changed', () => {
    const resumed = { applicant: { lastName: 'Old', email: 'mine@example.be' } };

    expect(withPrefilled(compiled, resumed, samplePrefilled)).toEqual({
      applicant: {
        nationalNumber: '85000099712',
        lastName: 'Verlinden',
        firstName: 'Noor',
        birthDate: '1985-06-14',
        email: 'mine@example.be',
      },
    });
  });

  test('does not take over suggestions', () => {
    const form = compileForm(formOf({ fields: { a: { schema: { type: 'string' }, prefill: 'suggest' } } }));

    expect(withPrefilled(form, {}, { '/a': { value: 'x', source: 's', at: '2026-01-01T00:00:00Z' } })).toEqual({});
  });
});

describe('texts', () => {
  test('fall back from the language to the default language to the key', () => {
    const form = writeAt(sampleForm, ['translations', 'nl', 'iban.label'], undefined);

    expect(formText(form, 'nl', 'iban.label')).toBe('Compte bancaire (IBAN)');
    expect(formText(form, 'de', 'iban.label')).toBe('Compte bancaire (IBAN)');
    expect(formText(form, 'en', 'iban.label')).toBe('Bank account (IBAN)');
    expect(formText(form, 'en', 'no.such.key')).toBe('no.such.key');
    expect(optionalText(form, 'en', 'no.such.key')).toBeUndefined();
    expect(optionalText(form, 'en', 'constructor')).toBeUndefined();
  });
});
