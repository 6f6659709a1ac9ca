import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { analyzeTable, evaluateDecision, parseDmn, writeDmn } from '@irisflow/dmn';
import type { Extent, Region, TableAnalysis, TableDraft } from '@irisflow/dmn';

const requirementsOf = (logic: TableDraft) => {
  const parsed = parseDmn(writeDmn({ id: 'drg', decisions: [{ id: 'd', logic }] }));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.requirements;
};

const analyze = (logic: TableDraft, variables: Record<string, unknown> = {}): TableAnalysis => {
  const found = requirementsOf(logic).decisions[0]?.logic;
  if (found?.kind !== 'decision-table') throw new Error('Expected a table.');
  return analyzeTable(found, {
    context: { variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), now: 0 },
  });
};

const oneColumn = (cells: readonly string[], rest: Partial<TableDraft> = {}): TableDraft => ({
  inputs: [{ expression: 'x' }],
  outputs: [{ name: 'y' }],
  rules: cells.map((cell, index) => [cell, `${index}`]),
  ...rest,
});

const numbers = (from: number | null, to: number | null, ends: string): Extent => ({
  kind: 'numbers',
  from,
  to,
  hasFrom: ends.startsWith('['),
  hasTo: ends.endsWith(']'),
});

const only = (...extents: Extent[]): Region => [{ columns: [0], extents }];

describe('gaps', () => {
  test.each<[string, string[], Region[]]>([
    ['both ends open', ['< 18', '> 18'], [only(numbers(18, 18, '[]'))]],
    ['one end closed', ['< 18', '>= 18'], []],
    [
      'an interval that leaves its ends out',
      ['<= 20000', '[25000..30000)'],
      [only(numbers(20_000, 25_000, '()'), numbers(30_000, null, '[)'))],
    ],
    ['fractions', ['< 0.1', '> 0.2'], [only(numbers(0.1, 0.2, '[]'))]],
    ['days that follow each other', ['<= date("2016-12-31")', '>= date("2017-01-01")'], []],
    [
      'days with one between',
      ['< date("2016-12-31")', '>= date("2017-01-01")'],
      [only({ kind: 'days', from: '2016-12-31', to: '2016-12-31' })],
    ],
    ['texts', ['"a"', '"b"'], [only({ kind: 'otherText' })]],
    ['a text and all others', ['"a"', 'not("a")'], []],
    ['yes alone', ['true'], [only({ kind: 'yesNo', isYes: false })]],
    ['a missing value that a rule asks for', ['null', '> 5'], [only(numbers(null, 5, '(]'))]],
    ['anything', ['-'], []],
  ])('given %s, then they are told exactly', (_, cells, gaps) => {
    expect(analyze(oneColumn(cells)).gaps).toEqual(gaps);
  });

  test('given the same amount in two columns, then they are one quantity', () => {
    const logic = {
      inputs: [{ expression: 'x' }, { expression: 'x' }],
      outputs: [{ name: 'y' }],
      rules: [
        ['>= 1', '< 5', '1'],
        ['< 1', '-', '2'],
      ],
    };

    expect(analyze(logic).gaps).toEqual([[{ columns: [0, 1], extents: [numbers(5, null, '[)')] }]]);
  });

  test('given whole numbers, then there is nothing between two that follow each other', () => {
    const logic = oneColumn(['<= 1', '>= 2'], { inputs: [{ expression: 'x', typeRef: 'integer' }] });

    expect(analyze(logic).gaps).toEqual([]);
  });

  test.each(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])(
    'given %s, then a table needs no rule for everything',
    (hitPolicy) => {
      expect(analyze(oneColumn(['> 5', '> 9'], { hitPolicy }))).toMatchObject({ gaps: [], overlaps: [] });
    },
  );

  test('given a value for what no rule takes, then nothing is missing', () => {
    expect(analyze(oneColumn(['> 5'], { outputs: [{ name: 'y', defaultValue: '0' }] })).gaps).toEqual([]);
  });
});

describe('names in cells', () => {
  const cells = ['<= limit.low', '> limit.high'];

  test('given their values, then boundaries are those', () => {
    expect(analyze(oneColumn(cells), { limit: { low: 10, high: 20 } }).gaps).toEqual([only(numbers(10, 20, '(]'))]);
  });

  test('given none, then nothing is claimed, and the cells are named', () => {
    expect(analyze(oneColumn(cells))).toMatchObject({
      gaps: [],
      overlaps: [],
      unread: [
        { rule: 0, column: 0 },
        { rule: 1, column: 0 },
      ],
    });
  });
});

describe('rules at odds', () => {
  test('given two that take the same, then where they do', () => {
    expect(analyze(oneColumn(['<= 20', '[20..30]'])).overlaps).toEqual([
      { rules: [1, 2], region: only(numbers(20, 20, '[]')) },
    ]);
  });

  test('given two that agree, then ANY has nothing against it', () => {
    const rules = [
      ['< 5', '1'],
      ['< 9', '1'],
      ['< 3', '2'],
    ];

    expect(analyze(oneColumn([], { rules, hitPolicy: 'ANY' })).overlaps.map((one) => one.rules)).toEqual([
      [1, 3],
      [2, 3],
    ]);
  });

  test('given rules that together leave nothing, then FIRST never comes to the next', () => {
    expect(analyze(oneColumn(['< 5', '>= 5', '7'], { hitPolicy: 'FIRST' })).unreachable).toEqual([3]);
  });
});

/** Values that come near every boundary of the cells below, and what writes each. */
const places = [-1, 0, 1, 1.5, 2, 3];
const days = ['2019-12-31', '2020-01-01', '2020-01-02', '2020-02-29'];
const texts = ['a', 'b', 'c'];

const ends = fc.constantFrom('[', '(');
const closes = fc.constantFrom(']', ')');
const signs = fc.constantFrom('<', '<=', '>', '>=', '!=');

const orderedTest = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    value,
    fc.tuple(signs, value).map(([sign, text]) => `${sign} ${text}`),
    fc.tuple(ends, value, value, closes).map(([open, from, to, close]) => `${open}${from}..${to}${close}`),
  );

const listed = (one: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { arbitrary: fc.constant('-'), weight: 2 },
    { arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }).map((all) => all.join(', ')), weight: 5 },
    { arbitrary: fc.array(one, { minLength: 1, maxLength: 2 }).map((all) => `not(${all.join(', ')})`), weight: 2 },
  );

const columns = [
  {
    expression: 'amount',
    cell: listed(orderedTest(fc.constantFrom(...places.map(String)))),
    samples: [...places, -7, -0.5, 0.5, 1.25, 1.75, 2.5, 9],
  },
  {
    expression: 'date(day)',
    cell: listed(orderedTest(fc.constantFrom(...days.map((day) => `date("${day}")`)))),
    samples: [...days, '1990-05-05', '2020-01-15', '2031-01-01'],
  },
  { expression: 'kind', cell: listed(fc.constantFrom('"a"', '"b"', '"c"', 'null')), samples: [...texts, 'else'] },
  { expression: 'holds', cell: listed(fc.constantFrom('true', 'false')), samples: [true, false] },
] as const;

const drafts = fc
  .array(fc.tuple(columns[0].cell, columns[1].cell, columns[2].cell, columns[3].cell), { minLength: 1, maxLength: 5 })
  .map((rules) => rules.map((cells, index) => [...cells, `${index + 1}`]));

type OfKind<Kind extends Extent['kind']> = Extract<Extent, { readonly kind: Kind }>;

const isInNumbers = ({ from, to, hasFrom, hasTo }: OfKind<'numbers'>, value: number): boolean =>
  (from === null || value > from || (hasFrom && value === from)) &&
  (to === null || value < to || (hasTo && value === to));

const isInDays = ({ from, to }: OfKind<'days'>, value: string): boolean =>
  (from === null || value >= from) && (to === null || value <= to);

const isIn = (extent: Extent, value: unknown, cellTexts: ReadonlySet<string>): boolean => {
  switch (extent.kind) {
    case 'numbers':
      return typeof value === 'number' && isInNumbers(extent, value);
    case 'days':
      return typeof value === 'string' && isInDays(extent, value);
    case 'text':
      return value === extent.text;
    case 'yesNo':
      return value === extent.isYes;
    case 'nothing':
      return value === null;
    case 'otherText':
      return typeof value === 'string' && !cellTexts.has(value);
  }
};

const isInside = (region: Region, values: readonly unknown[], cellTexts: ReadonlySet<string>): boolean =>
  region.every(({ columns: [column = 0], extents }) =>
    extents.some((extent) => isIn(extent, values[column], cellTexts)),
  );

const combinations = (lists: readonly (readonly unknown[])[]): unknown[][] =>
  lists.reduce<unknown[][]>((all, list) => all.flatMap((before) => list.map((value) => [...before, value])), [[]]);

test('whatever a table says, what is told is what an evaluation of everything near its boundaries finds', () => {
  fc.assert(
    fc.property(drafts, (rules) => {
      const inputs = columns.map(({ expression }) => ({ expression }));
      const outputs = [{ name: 'y' }];
      const { gaps, overlaps, unread } = analyze({ inputs, outputs, rules, hitPolicy: 'UNIQUE' });
      const all = requirementsOf({ inputs, outputs, rules, hitPolicy: 'RULE ORDER' });
      const kinds = rules.map(([, , kind = '']) => kind).join(' ');
      const cellTexts = new Set(texts.filter((text) => kinds.includes(`"${text}"`)));
      const asksForNull = kinds.includes('null');
      // A column that names nothing but null is not cut: nobody can tell what else it may hold.
      fc.pre(unread.length === 0);
      const samples = [
        columns[0].samples,
        columns[1].samples,
        asksForNull ? [...columns[2].samples, null] : columns[2].samples,
        columns[3].samples,
      ];
      for (const values of combinations(samples)) {
        const [amount, day, kind, holds] = values;
        const variables: Record<string, unknown> = { amount, day, kind, holds };
        const result = evaluateDecision(all, 'd', { variable: (name) => variables[name], now: 0 });
        const hits = result.trace[0]?.matchedRules.map(({ index }) => index) ?? [];
        expect(
          gaps.some((gap) => isInside(gap, values, cellTexts)),
          `gap at ${JSON.stringify(values)}`,
        ).toBe(hits.length === 0);
        const told = overlaps
          .filter(({ region }) => isInside(region, values, cellTexts))
          .map((one) => one.rules.join('+'));
        const pairs = hits.flatMap((left, at) => hits.slice(at + 1).map((right) => `${left}+${right}`));
        expect(told, `overlap at ${JSON.stringify(values)}`).toEqual(pairs);
      }
    }),
    { numRuns: 25 },
  );
});

test('given a rule that FIRST never comes to, then no evaluation comes to it', () => {
  fc.assert(
    fc.property(drafts, (rules) => {
      const inputs = columns.map(({ expression }) => ({ expression }));
      const logic = { inputs, outputs: [{ name: 'y' }], rules, hitPolicy: 'FIRST' };
      const { unreachable } = analyze(logic);
      const requirements = requirementsOf(logic);
      for (const [amount, day, kind, holds] of combinations(columns.map(({ samples }) => samples))) {
        const variables: Record<string, unknown> = { amount, day, kind, holds };
        const result = evaluateDecision(requirements, 'd', { variable: (name) => variables[name], now: 0 });
        const hit = result.trace[0]?.matchedRules[0]?.index ?? 0;
        expect(unreachable).not.toContain(hit);
      }
    }),
    { numRuns: 15 },
  );
});

const examples = join(import.meta.dirname, '../../../../examples');

const procedures = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .map(({ name }) => name);

const exampleTables = procedures
  .flatMap((name) => readdirSync(join(examples, name)).map((file) => join(name, file)))
  .filter((path) => path.endsWith('.dmn'))
  .flatMap((path) => {
    const parsed = parseDmn(readFileSync(join(examples, path)));
    return parsed.ok
      ? parsed.requirements.decisions.flatMap(({ id, logic }) =>
          logic.kind === 'decision-table' ? [{ name: `${path} ${id}`, table: logic }] : [],
        )
      : [];
  });

test.each(exampleTables)('given $name, then it is analyzed to the end', ({ table }) => {
  expect(analyzeTable(table)).toMatchObject({ isComplete: true, overlaps: [] });
});

test.each(['UNIQUE', 'FIRST'] as const)(
  'given a table of %s far beyond what a person writes, then nobody waits for what is told, and it says that more may be wrong',
  (hitPolicy) => {
    const columnsOfIt = Array.from({ length: 12 }, (_, column) => column);
    const from = (rule: number, column: number) => (rule * 7919 + column * 104_729) % 1000;
    const rules = Array.from({ length: 160 }, (_, rule) => [
      ...columnsOfIt.map((column) => `[${from(rule, column)}..${from(rule, column) + 300}]`),
      `${rule}`,
    ]);
    const inputs = columnsOfIt.map((column) => ({ expression: `x${column}` }));
    const { isComplete, unread } = analyze({ inputs, outputs: [{ name: 'y' }], rules, hitPolicy });
    expect(isComplete).toBe(false);
    expect(unread).toEqual([]);
  },
  10_000,
);
