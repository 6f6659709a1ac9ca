import { changeDecision, readCell, readEditable, writeCell, type EditableTable } from '@irisflow/dmn';
import type { ValueType } from '@irisflow/names';
import { createTranslator, formattersFor } from '@irisflow/ui';
import { describe, expect, test } from 'vitest';
import type { NameChoice } from '../conditions/choices-of-names.ts';
import { messages } from '../texts/messages.ts';
import type { TextKey } from '../texts/use-texts.ts';
import { allowedIn, shownInputs, shownOutputs } from './columns.ts';
import { cellsOfClipboard, feelOfPasted } from './paste.ts';
import { pickOf, testsOf, withWay } from './pick.ts';
import { givenTo, valueAt, withValue } from './test-file.ts';
import { cellInWords, regionInWords, testsOfExtents, type Saying } from './words.ts';

const household: ValueType = {
  kind: 'choice',
  choices: [
    { value: 'single', label: { fr: 'Isolé', nl: 'Alleenstaande', en: 'Single' } },
    { value: 'family', label: { fr: 'Famille', nl: 'Gezin', en: 'Family' } },
  ],
};
const money: ValueType = { kind: 'number', isMoney: true };

const nameOf = (name: string, type: ValueType): NameChoice => ({ name, label: name, type, group: '', isCertain: true });
const names = [
  nameOf('application.income', money),
  nameOf('application.household', household),
  nameOf('application.movedOn', { kind: 'date' }),
];

const saying = (locale: 'fr' | 'nl' | 'en'): Saying => ({
  t: createTranslator<TextKey>(locale, messages),
  format: formattersFor(locale),
  names: [{ ...nameOf('parameters.ceiling', money), label: 'Ceiling' }],
});

describe('cells in words', () => {
  test.each([
    ['-', money, '–'],
    ['>= 20000.50', money, 'at least 20,000.50\u00A0€'],
    ['[1..5)', { kind: 'number', isMoney: false }, 'at least 1 and less than 5'],
    ['[1..5]', { kind: 'number', isMoney: false }, '1 to 5'],
    ['"single"', household, 'Single'],
    ['"single","family"', household, 'Single or Family'],
    ['not("single")', household, 'not Single'],
    ['< date("2017-01-01")', { kind: 'date' }, 'before 01/01/2017'],
    ['<= parameters.ceiling', money, 'at most Ceiling'],
    ['not(null)', money, 'known'],
    ['? > 5 and odd(?)', money, '? > 5 and odd(?)'],
  ] as const)('given %s, then English says it', (text, type, words) => {
    expect(cellInWords(text, type, saying('en'))).toBe(words);
  });

  test('given French, then numbers and days are written its way', () => {
    expect(cellInWords('>= 20000.5', money, saying('fr'))).toBe('au moins 20\u202F000,5\u00A0€');
  });
});

describe('a picker', () => {
  test.each([
    '-',
    'true',
    '> 5',
    '<= 3.50',
    '[1..5)',
    '"a", "b"',
    'not("a")',
    'null',
    'not(null)',
    'date("2020-01-01")',
  ])('given %s, then what is picked is written as it was', (text) => {
    const pick = pickOf(readCell(text)!);

    expect(writeCell(testsOf(pick!)!)).toBe(text);
  });

  test.each(['< 5, > 9', 'not(> 5)', '1, [5..9]'])('given %s, then it stays FEEL', (text) => {
    expect(pickOf(readCell(text)!)).toBeNull();
  });

  test('given another way, then the value stays, and a missing end is waited for', () => {
    const between = withWay(pickOf(readCell('>= 5')!), 'between');

    expect(between).toMatchObject({ way: 'between', from: { text: '5' }, to: null });
    expect(testsOf(between)).toBeNull();
  });
});

describe('cells of a spreadsheet', () => {
  test.each([
    ['20 000,50', money, '20000.50'],
    ['Gezin', household, '"family"'],
    ['oui', { kind: 'yesNo' }, 'true'],
    ['31/12/2026', { kind: 'date' }, 'date("2026-12-31")'],
    ['>= 12', money, '>= 12'],
    ['[1..5)', money, '[1..5)'],
    ['', money, '-'],
    ['–', money, '-'],
    ['some words', { kind: 'text' }, '"some words"'],
    ['word', { kind: 'text' }, '"word"'],
  ] as const)('given %j, then the cell is written', (pasted, type, text) => {
    expect(feelOfPasted(pasted, { side: 'input', type })).toBe(text);
  });

  test('given rows and tabs, then cells', () => {
    expect(cellsOfClipboard('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
  <decision id="ceiling" name="Ceiling"><variable id="v" name="ceiling"/><decisionTable id="t1">
    <input label="Household"><inputExpression typeRef="string"><text>application.household</text></inputExpression></input>
    <output name="ceiling" typeRef="number"/><rule><inputEntry><text>"single"</text></inputEntry><outputEntry><text>parameters.low</text></outputEntry></rule></decisionTable></decision>
  <decision id="grant" name="Grant"><variable id="w" name="grant"/><informationRequirement><requiredDecision href="#ceiling"/></informationRequirement><decisionTable id="t2">
    <input><inputExpression typeRef="date"><text>date(application.movedOn)</text></inputExpression></input>
    <output name="grant" typeRef="string"><outputValues><text>"yes", "no"</text></outputValues></output>
    <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>if ceiling > application.income then "yes" else "no"</text></outputEntry></rule></decisionTable></decision>
</definitions>`;

const decisions = readEditable(xml)?.decisions ?? [];
const tableOf = (id: string): EditableTable => {
  const logic = decisions.find((one) => one.id === id)?.logic;
  if (logic?.kind !== 'table') throw new Error('Expected a table.');
  return logic;
};

describe('columns', () => {
  test('given a name of a closed list, then its cells offer the list, and nothing else may come', () => {
    const [column] = shownInputs(tableOf('ceiling'), names);

    expect(column).toMatchObject({ label: 'Household', type: household });
    expect(allowedIn(column!)).toBe('"single", "family"');
  });

  test('given a name read as a date, then cells are dates', () => {
    expect(shownInputs(tableOf('grant'), names)[0]).toMatchObject({
      label: 'application.movedOn',
      type: { kind: 'date' },
    });
  });

  test('given allowed texts of a result, then they are its choices', () => {
    expect(shownOutputs(tableOf('grant'))[0]?.type).toMatchObject({
      kind: 'choice',
      choices: [{ value: 'yes' }, { value: 'no' }],
    });
  });
});

test('a region is told by the labels of its columns, and its cell takes exactly that', () => {
  const extents = [{ kind: 'numbers', from: 20_000, to: 25_000, hasFrom: false, hasTo: true }] as const;
  const region = [
    { columns: [0], extents },
    { columns: [1], extents: [{ kind: 'yesNo', isYes: true }] },
  ] as const;
  const columns = [
    { label: 'Income', type: money },
    { label: 'Disabled child', type: { kind: 'yesNo' } },
  ] as const;

  expect(regionInWords(region, columns, saying('en'))).toBe(
    'Income: more than 20,000\u00A0€ and at most 25,000\u00A0€ and Disabled child: yes',
  );
  expect(writeCell(testsOfExtents(extents)!)).toBe('(20000..25000]');
});

describe('what a test gives', () => {
  test('given a decision that needs another, then what both read from the case', () => {
    const grant = decisions.find(({ id }) => id === 'grant')!;

    expect(givenTo(grant, decisions)).toEqual(['application.household', 'application.movedOn', 'application.income']);
  });

  test('given a value at a path, then it is read there and the rest stays', () => {
    const given = withValue({ application: { a: 1 } }, 'application.b.c', 2);

    expect(given).toEqual({ application: { a: 1, b: { c: 2 } } });
    expect(valueAt(given, 'application.b.c')).toBe(2);
    expect(valueAt(given, 'nothing.here')).toBeNull();
  });
});

test('a file that somebody only looks at stays as it is', () => {
  expect(changeDecision(xml, 'grant', { kind: 'name', name: 'Grant' })).toBe(xml);
});
