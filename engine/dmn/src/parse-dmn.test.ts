import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { lintDmn, parseDmn, writeDmn } from '@irisflow/dmn';
import type { DmnDraft, DmnProblem } from '@irisflow/dmn';

const problemsOf = (xml: string | Uint8Array): readonly DmnProblem[] => {
  const parsed = parseDmn(xml);
  return parsed.ok ? [] : parsed.problems;
};
const codesOf = (xml: string) => problemsOf(xml).map(({ code }) => code);

const minimal: DmnDraft = { id: 'drg', name: 'Rent', decisions: [{ id: 'd', name: 'D', logic: '1 + 1' }] };
const xml = writeDmn(minimal);

const tableDraft = (logic: object): DmnDraft => ({
  id: 'drg',
  decisions: [
    { id: 'd', logic: { inputs: [{ expression: 'x' }], outputs: [{ name: 'y' }], rules: [['1', '2']], ...logic } },
  ],
});

describe('a file that is fine', () => {
  test('given decisions, then id, name, namespace and version tag are known', () => {
    const draft = { ...minimal, decisions: [{ id: 'd', name: 'D', versionTag: 'v2', variable: 'answer', logic: '1' }] };

    expect(parseDmn(writeDmn(draft))).toMatchObject({
      ok: true,
      requirements: {
        id: 'drg',
        name: 'Rent',
        namespace: 'http://camunda.org/schema/1.0/dmn',
        decisions: [{ id: 'd', name: 'D', versionTag: 'v2', variable: 'answer' }],
      },
    });
  });

  test('given bytes, then they are read like text', () => {
    expect(problemsOf(new TextEncoder().encode(xml))).toEqual([]);
  });

  test('given the compiled file, then nobody can change it', () => {
    const parsed = parseDmn(writeDmn(tableDraft({})));
    const logic = parsed.ok ? parsed.requirements.decisions[0]?.logic : null;

    expect(logic?.kind === 'decision-table' && Object.isFrozen(logic.rules[0]?.tests)).toBe(true);
  });

  test('given diagram and vendor attributes, then they are ignored', () => {
    const decorated = xml
      .replace(
        '<definitions ',
        '<definitions xmlns:modeler="http://camunda.org/schema/modeler/1.0" modeler:executionPlatform="x" exporter="E" ',
      )
      .replace(
        '</definitions>',
        `<dmndi:DMNDI xmlns:dmndi="https://www.omg.org/spec/DMN/20191111/DMNDI/" xmlns:dc="http://www.omg.org/spec/DMN/20180521/DC/">
         <dmndi:DMNDiagram id="di"><dmndi:DMNShape id="s" dmnElementRef="d"><dc:Bounds height="80" width="180" x="1" y="1"/></dmndi:DMNShape></dmndi:DMNDiagram></dmndi:DMNDI></definitions>`,
      );

    expect(problemsOf(decorated)).toEqual([]);
  });
});

test.each(['<x:y xmlns:x="urn:x" />', '<y xmlns="" />', 'text'])(
  'given %s in any place, then every decision is there, or problems are',
  (stranger) => {
    const decisions = [
      { id: 'a', logic: { inputs: [{ expression: 'x' }], outputs: [{ name: 'y' }], rules: [['1', '2']] } },
      { id: 'b', name: 'B', logic: '1 + 1' },
    ];
    const whole = writeDmn({ id: 'drg', decisions });

    for (const { index } of whole.matchAll(/>/g)) {
      const parsed = parseDmn(whole.slice(0, index + 1) + stranger + whole.slice(index + 1));
      const found = parsed.ok ? parsed.requirements.decisions.map(({ id }) => id) : ['a', 'b'];
      expect(found, whole.slice(index - 60, index + 1)).toEqual(['a', 'b']);
    }
  },
);

describe('a file that is refused', () => {
  test.each([
    ['a document type', `<!DOCTYPE x>${xml.slice(xml.indexOf('<definitions'))}`, 'XML_DOCTYPE'],
    ['text that is no XML', 'hello', 'XML_MALFORMED'],
    ['another root', '<a/>', 'DMN_UNREADABLE'],
    ['a BPMN file', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="x"/>', 'DMN_UNREADABLE'],
    ['an unknown element', xml.replace('<decision ', '<bogus/><decision '), 'DMN_UNKNOWN_CONTENT'],
    ['an element inside a text', xml.replace('<text>1 + 1', '<text><b/>'), 'DMN_UNKNOWN_CONTENT'],
    [
      'an element inside a description',
      xml.replace('<decision ', '<description>a<b/></description>$&'),
      'DMN_UNKNOWN_CONTENT',
    ],
    ['an unknown attribute', xml.replace('<decision ', '<decision bogus="1" '), 'DMN_UNKNOWN_CONTENT'],
    ['no decision', writeDmn({ id: 'drg', decisions: [] }), 'DMN_NO_DECISION'],
    ['a decision without name', xml.replace(' name="D"', ''), 'DMN_NAME_MISSING'],
    ['a decision without id', xml.replace('<decision id="d"', '<decision'), 'DMN_ID_MISSING'],
    ['a file without name', xml.replace(' name="Rent"', ''), 'DMN_NAME_MISSING'],
    ['the same id twice', xml.replace('d_literal', 'd'), 'XML_DUPLICATE_ID'],
    ['a decision without logic', xml.replace(/<literalExpression.*<\/literalExpression>/, ''), 'DMN_LOGIC_MISSING'],
    ['bad FEEL', writeDmn({ ...minimal, decisions: [{ id: 'd', logic: '1 +' }] }), 'DMN_FEEL'],
    [
      'another language',
      xml.replace('<literalExpression ', '<literalExpression expressionLanguage="juel" '),
      'DMN_EXPRESSION_LANGUAGE',
    ],
    [
      'a requirement that leads nowhere',
      writeDmn({ ...minimal, decisions: [{ id: 'd', requires: ['x'], logic: '1' }] }),
      'DMN_REFERENCE_UNRESOLVED',
    ],
    [
      'a decision required as an input',
      writeDmn({ ...minimal, decisions: [...minimal.decisions, { id: 'e', inputs: ['d'], logic: '1' }] }),
      'DMN_REFERENCE_UNRESOLVED',
    ],
    ['an unknown hit policy', writeDmn(tableDraft({ hitPolicy: 'BEST' })), 'DMN_HIT_POLICY'],
    ['an unknown aggregation', writeDmn(tableDraft({ hitPolicy: 'COLLECT', aggregation: 'AVG' })), 'DMN_AGGREGATION'],
    [
      'several outputs without name',
      writeDmn(tableDraft({ outputs: [{ name: 'a' }, { name: '' }], rules: [] })),
      'DMN_OUTPUT_NAME_MISSING',
    ],
    ['a rule with too few cells', writeDmn(tableDraft({ rules: [['1']] })), 'DMN_RULE_SHAPE'],
    [
      'code of another language',
      xml.replace(/<literalExpression.*<\/literalExpression>/, '<functionDefinition kind="Java"/>'),
      'DMN_LOGIC_UNSUPPORTED',
    ],
    [
      'a circle',
      writeDmn({
        id: 'drg',
        decisions: [
          { id: 'a', requires: ['b'], logic: '1' },
          { id: 'b', requires: ['a'], logic: '1' },
        ],
      }),
      'DMN_CYCLE',
    ],
    [
      'a decision that requires itself',
      writeDmn({ id: 'drg', decisions: [{ id: 'a', requires: ['a'], logic: '1' }] }),
      'DMN_CYCLE',
    ],
    [
      'too many columns',
      writeDmn(tableDraft({ inputs: Array.from({ length: 101 }, () => ({ expression: 'x' })), rules: [] })),
      'DMN_TOO_MANY_COLUMNS',
    ],
    [
      'too many rules',
      writeDmn(tableDraft({ rules: Array.from({ length: 10_001 }, () => ['1', '2']) })),
      'DMN_TOO_MANY_RULES',
    ],
    [
      'a file that is full of FEEL',
      writeDmn(tableDraft({ rules: Array.from({ length: 2_000 }, (_, at) => ['1', `[${at}${', 1'.repeat(300)}]`]) })),
      'DMN_FEEL_TOO_MUCH',
    ],
    [
      'a file that takes too many steps to read',
      writeDmn(tableDraft({ rules: Array.from({ length: 30 }, (_, at) => ['1', `[${'1,'.repeat(2_500)}${at}]`]) })),
      'DMN_FEEL_TOO_COSTLY',
    ],
  ])('given %s, then the problem has its code', (_, text, code) => {
    expect(codesOf(text)).toContain(code);
  });

  test('given ten thousand rules that people wrote, then they are read', () => {
    const rules = Array.from({ length: 10_000 }, (_, at) => [`[${at}..${at + 1}]`, `"rent ${at}"`]);

    expect(parseDmn(writeDmn(tableDraft({ rules }))).ok).toBe(true);
  });

  test('given a long text in thousands of cells, then it counts once', () => {
    const cell = `[1${', 1'.repeat(300)}]`;

    expect(parseDmn(writeDmn(tableDraft({ rules: Array.from({ length: 2_000 }, () => ['1', cell]) }))).ok).toBe(true);
  });

  test('given a bad cell, then the problem names the rule, the cell and the place', () => {
    const [problem] = problemsOf(
      writeDmn(
        tableDraft({
          rules: [
            ['1', '2'],
            ['> )', '2'],
          ],
        }),
      ),
    );

    expect(problem).toMatchObject({ code: 'DMN_FEEL', severity: 'error', rule: 2, elementId: 'd_cell_2_1', line: 3 });
    expect(problem?.column).toBeGreaterThan(1);
    expect(problem?.feel).toMatchObject({ text: expect.any(String) as string, offset: expect.any(Number) as number });
  });

  test('given references with the namespace of the file, then they point at its elements', () => {
    const draft = {
      id: 'drg',
      decisions: [
        { id: 'a', logic: '1' },
        { id: 'b', requires: ['a'], logic: 'a' },
      ],
    };
    const xml = writeDmn(draft).replace('href="#a"', 'href="http://camunda.org/schema/1.0/dmn#a"');

    expect(parseDmn(xml).ok).toBe(true);
    expect(problemsOf(xml.replace('1.0/dmn#a', '2.0/dmn#a'))[0]?.code).toBe('DMN_REFERENCE_UNRESOLVED');
  });

  test('given a circle, then the problem shows the way round', () => {
    const draft = {
      id: 'drg',
      decisions: ['a', 'b', 'c'].map((id, index, all) => ({ id, requires: [all[(index + 1) % 3] ?? ''], logic: '1' })),
    };

    expect(problemsOf(writeDmn(draft))[0]?.message).toContain('a -> b -> c -> a');
  });

  test('given a long chain of decisions, then it is no circle', () => {
    const decisions = Array.from({ length: 5_000 }, (_, index) => ({
      id: `d${index}`,
      ...(index === 0 ? {} : { requires: [`d${index - 1}`] }),
      logic: '1',
    }));

    expect(codesOf(writeDmn({ id: 'drg', decisions }))).toEqual([]);
  });
});

describe('lint', () => {
  const lint = (draft: DmnDraft) => {
    const parsed = parseDmn(writeDmn(draft));
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return lintDmn(parsed.requirements).map(({ code, rule }) => (rule === undefined ? code : `${code} ${rule}`));
  };

  test.each([
    ['no rules', { rules: [] }, ['DMN_TABLE_EMPTY']],
    ['priorities without values', { hitPolicy: 'PRIORITY' }, ['DMN_OUTPUT_VALUES_MISSING']],
    ['an order without values', { hitPolicy: 'OUTPUT ORDER' }, ['DMN_OUTPUT_VALUES_MISSING']],
    ['an empty input column', { inputs: [{ expression: '' }] }, ['DMN_INPUT_EMPTY']],
    [
      'a rule behind a catch-all',
      {
        hitPolicy: 'FIRST',
        rules: [
          ['-', '1'],
          ['2', '3'],
        ],
      },
      ['DMN_RULE_UNREACHABLE 2'],
    ],
    [
      'a catch-all at the end',
      {
        hitPolicy: 'FIRST',
        rules: [
          ['2', '3'],
          ['-', '1'],
        ],
      },
      [],
    ],
    [
      'equal rules',
      {
        rules: [
          ['1', '1'],
          ['2', '2'],
          ['1', '3'],
        ],
      },
      ['DMN_RULES_OVERLAP 3'],
    ],
    [
      'a catch-all among unique rules',
      {
        rules: [
          ['1', '1'],
          ['-', '2'],
        ],
      },
      ['DMN_RULE_OVERLAPS_ALL 2'],
    ],
    ['a pattern that fails when it runs', { rules: [['matches(?, "(?=a)b")', '1']] }, ['DMN_FEEL_FAILS 1']],
    ['a good table', {}, []],
  ])('given %s, then the warnings', (_, logic, expected) => {
    expect(lint(tableDraft(logic))).toEqual(expected);
  });

  test('given drawn inputs, then a name from nowhere is found', () => {
    const decision = { id: 'd', inputs: ['i'], logic: 'income + incom' };

    expect(lint({ id: 'drg', inputData: [{ id: 'i', name: 'income' }], decisions: [decision] })).toEqual([
      'DMN_VARIABLE_UNKNOWN',
    ]);
  });

  test('given no drawn inputs, then every name may come from the process', () => {
    expect(lint({ id: 'drg', decisions: [{ id: 'd', logic: 'income + incom' }] })).toEqual([]);
  });

  test('given the positions of the file, then a warning points at its element', () => {
    const parsed = parseDmn(writeDmn(tableDraft({ rules: [] })));

    expect(parsed.ok && lintDmn(parsed.requirements, parsed.positions)).toMatchObject([
      { code: 'DMN_TABLE_EMPTY', elementId: 'd_table', line: 3 },
    ]);
  });
});

describe('a damaged file', () => {
  const whole = writeDmn({
    id: 'drg',
    inputData: [{ id: 'i', name: 'income' }],
    decisions: [
      { id: 'a', requires: ['b'], versionTag: 'v1', logic: 'b + 1' },
      {
        id: 'b',
        inputs: ['i'],
        logic: { inputs: [{ expression: 'income' }], outputs: [{ name: 'y' }], rules: [['> 1', '2']] },
      },
    ],
  });
  const place = fc.nat({ max: whole.length });
  const scrap = fc.constantFrom('', '<', '>', '"', '<x/>', '</decision>', 'id="a"', '&', '\u0000', '<text>1 +</text>');

  test('given any cut and any scrap, then it is compiled or refused with problems, never more', () => {
    fc.assert(
      fc.property(place, place, scrap, (from, until, piece) => {
        const [start, end] = from < until ? [from, until] : [until, from];
        const damaged = whole.slice(0, start) + piece + whole.slice(end);
        const parsed = parseDmn(damaged);

        expect(parsed.ok ? parsed.requirements.decisions : parsed.problems).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
