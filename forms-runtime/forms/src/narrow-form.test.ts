import { describe, expect, test } from 'vitest';
import { compileForm } from './compile-form.ts';
import { narrowForm } from './narrow-form.ts';
import { settle } from './settle.ts';
import { sampleForm } from './testing/sample-form.ts';

const pointersOf = (pointers: readonly string[]): string[] =>
  compileForm(narrowForm(sampleForm, pointers)).controls.map(({ pointer }) => pointer);

describe('a form that asks some of its fields alone', () => {
  const all = compileForm(sampleForm).controls.map(({ pointer }) => pointer);
  const [first = '', , third = ''] = all;

  test('has these, in the order of the form, and no page that is empty', () => {
    expect(pointersOf([third, first])).toEqual([first, third]);
    const { uischema } = narrowForm(sampleForm, [first]);
    expect(uischema.elements).toHaveLength(1);
  });

  test('is empty where none is known', () => {
    expect(pointersOf(['/nowhere'])).toEqual([]);
  });

  test('keeps its rules: a field that hangs on another one shows as in the whole form', () => {
    const whole = compileForm(sampleForm);
    const hanging = whole.controls.find(({ showRules }) => showRules.length > 0)?.pointer ?? '';
    const narrow = compileForm(narrowForm(sampleForm, [hanging]));
    const context = { audience: 'applicant', today: '2026-11-25' } as const;
    const shown = (form: typeof whole) =>
      form.controls.some(({ pointer, id }) => pointer === hanging && settle(form, {}, context).visible.has(id));
    expect(shown(narrow)).toBe(shown(whole));
  });
});
