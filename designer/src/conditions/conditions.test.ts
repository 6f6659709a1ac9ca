import fc from 'fast-check';
import type { Condition, FormDefinition } from '@irisflow/forms';
import { expect, test } from 'vitest';
import { groupOf, type Group, type Line, type Operator, type Part, type Value } from './condition.ts';
import { conditionOfFeel, feelOfCondition } from './feel-condition.ts';
import { conditionOfRule, ruleOfCondition } from './rule-condition.ts';

const name = fc.constantFrom('income', 'application.income', 'application.home.rent', 'proposal', 'item.amount');
const text = fc.string({ maxLength: 8 });
const day = fc.constantFrom('2026-01-31', '1999-12-01');
const number = fc.oneof(fc.integer(), fc.constantFrom(0.1, -2.5, 1000000.01));
const comparing = fc.constantFrom<Operator>('is', 'isNot', 'isLess', 'isAtMost', 'isMore', 'isAtLeast');

const line = (operator: fc.Arbitrary<Operator>, value: fc.Arbitrary<Value | null>): fc.Arbitrary<Line> =>
  fc.record({ kind: fc.constant('line' as const), name, operator, value });

const choices = fc
  .array(fc.oneof(text, fc.integer()), { minLength: 1, maxLength: 4 })
  .map((chosen): Value => ({ kind: 'choices', choices: chosen }));
const days = fc.oneof(
  day.map((one): Value => ({ kind: 'day', day: one })),
  fc.constant<Value>({ kind: 'today' }),
);
const texts = text.map((one): Value => ({ kind: 'text', text: one }));
const numbers = number.map((one): Value => ({ kind: 'number', number: one }));
const answers = fc.boolean().map((isYes): Value => ({ kind: 'yesNo', isYes }));

const sharedLines = fc.oneof(
  line(comparing, fc.oneof(numbers, days)),
  line(fc.constantFrom<Operator>('is', 'isNot', 'contains', 'lacks'), fc.oneof(texts, answers)),
  line(fc.constantFrom<Operator>('isOneOf', 'isNoneOf'), choices),
  line(fc.constantFrom<Operator>('isFilled', 'isEmpty'), fc.constant(null)),
);
const feelLines = fc.oneof(
  sharedLines,
  line(
    comparing,
    name.map((other): Value => ({ kind: 'name', name: other })),
  ),
);

/** Groups as the builder makes them; a group inside of another one is in parentheses or has a `not` before it. */
const groups = (lines: fc.Arbitrary<Line>, negations: fc.Arbitrary<boolean>): fc.Arbitrary<Group> => {
  const group = (parts: fc.Arbitrary<Part>, minLength: number): fc.Arbitrary<Group> =>
    fc.record({
      kind: fc.constant('group' as const),
      join: fc.constantFrom('all' as const, 'any' as const),
      isNegated: negations,
      parts: fc.array(parts, { minLength, maxLength: 4 }),
    });
  return group(fc.oneof(lines, group(fc.oneof(lines, group(lines, 2)), 2)), 2);
};

test('what is written as FEEL is read as the same words', () => {
  fc.assert(
    fc.property(groups(feelLines, fc.boolean()), (condition) => {
      expect(conditionOfFeel(feelOfCondition(condition))).toEqual(condition);
    }),
    { numRuns: 300 },
  );
});

test('what is written as a rule of a form is read as the same words', () => {
  fc.assert(
    fc.property(groups(sharedLines, fc.constant(false)), (condition) => {
      expect(conditionOfRule(ruleOfCondition(condition))).toEqual(condition);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['outcome = "grant"', 'outcome = "grant"'],
  ['isPaid', 'isPaid = true'],
  ['closing in ["silent", "unpaid"]', 'list contains(["silent", "unpaid"], closing)'],
  ['list contains(["silent"], closing) and isPaid = true', 'list contains(["silent"], closing) and isPaid = true'],
  ['not(values.income != null and values.points != null)', 'not(values.income != null and values.points != null)'],
  ['date(submittedOn) > date("2026-01-31")', 'date(submittedOn) > date("2026-01-31")'],
  ['a = 1 and (b = 2 or c = 3)', 'a = 1 and (b = 2 or c = 3)'],
  ['a = 1 and (some i in b satisfies i.key = "x")', 'a = 1 and (some i in b satisfies i.key = "x")'],
  ['a = 1 and count(missing) > 0', 'a = 1 and (count(missing) > 0)'],
  ['', ''],
])('%s is read, and written as %s', (feel, again) => {
  const condition = conditionOfFeel(feel);
  expect(condition).not.toBeNull();
  expect(feelOfCondition(condition ?? groupOf([]))).toBe(again);
});

test.each(['count(missing) > 0', 'if a then b else c', 'a = 1 // because of article 3', 'a = ', 'a = 1.50', '"x" = a'])(
  '%s has no words of its own',
  (feel) => expect(conditionOfFeel(feel)).toBeNull(),
);

const forms = import.meta.glob<FormDefinition>('../../../examples/*/*.form.json', { eager: true, import: 'default' });

const conditionsIn = (value: unknown): Condition[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) =>
    key === 'condition' || key === 'requiredWhen' ? [part as Condition] : conditionsIn(part),
  );
  return inner;
};

test.each(Object.entries(forms))('every rule of %s has words, and they say the same', (_, form) => {
  for (const condition of conditionsIn(form.uischema)) {
    const words = conditionOfRule(condition);
    expect(JSON.stringify(words)).not.toContain('"written"');
    expect(ruleOfCondition(words)).toEqual(condition);
  }
});
