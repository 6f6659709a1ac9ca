import { describe, expect, test } from 'vitest';

import { evaluateDecision, parseDmn, writeDmn } from '@irisflow/dmn';
import type { DecisionRequirements, DmnDraft, TableDraft } from '@irisflow/dmn';

const compile = (xml: string): DecisionRequirements => {
  const parsed = parseDmn(xml);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.requirements;
};

const contextOf = (variables: Record<string, unknown>) => ({
  variable: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  now: Date.UTC(2024, 1, 29),
});

const decide = (draft: Omit<DmnDraft, 'id'>, decisionId: string, variables: Record<string, unknown> = {}) =>
  evaluateDecision(compile(writeDmn({ id: 'drg', ...draft })), decisionId, contextOf(variables));

const table = (logic: Partial<TableDraft> & Pick<TableDraft, 'rules'>) => ({
  decisions: [
    {
      id: 'd',
      name: 'Decision',
      logic: { inputs: [{ expression: 'x', label: 'X' }], outputs: [{ name: 'result' }], ...logic },
    },
  ],
});

const ages = [
  ['< 10', '"low"'],
  ['[5..20]', '"middle"'],
  ['> 15', '"high"'],
];

describe('an input that nobody gave', () => {
  const cells = ['? >= 18', '>= 18', 'starts with(?, "a")', '? in [18..99]', '? in [18, 19]', 'count(?) > 2', 'abs(?)'];

  test.each(cells)('given the cell %s, then its rule does not grant', (cell) => {
    const rules = [
      [cell, '"granted"'],
      ['null', '"ask"'],
    ];

    expect(decide(table({ rules }), 'd')).toMatchObject({ output: 'ask', trace: [{ matchedRules: [{ index: 2 }] }] });
  });

  test.each(['null', '? = null', '-'])('given the cell %s, then its rule takes it', (cell) => {
    expect(decide(table({ rules: [[cell, '"ask"']] }), 'd', { x: null })).toMatchObject({ output: 'ask' });
  });
});

describe('hit policies', () => {
  const outputOf = (hitPolicy: string, x: number, rest: Partial<TableDraft> = {}) => {
    const result = decide(table({ rules: ages, hitPolicy, ...rest }), 'd', { x });
    return result.ok ? result.output : result.message;
  };
  const prioritized = { outputs: [{ name: 'result', values: '"high", "middle", "low"' }] };
  const numbers = [
    ['< 10', '0.1'],
    ['[5..20]', '0.2'],
    ['> 15', '5'],
  ];

  test('given UNIQUE and one match, then its output', () => {
    expect(outputOf('UNIQUE', 3)).toBe('low');
  });

  test('given UNIQUE and two matches, then a failure that names the rules', () => {
    expect(outputOf('UNIQUE', 7)).toBe(
      'Decision: Expected at most one rule to match, because the hit policy is UNIQUE, but rules 1 and 2 match.',
    );
  });

  test('given ANY, then agreeing rules are fine and others are not', () => {
    const rules = [
      ['< 10', '{a: 1, b: 2}'],
      ['< 20', '{a: 1, b: 2}'],
      ['< 5', '"other"'],
    ];

    expect(outputOf('ANY', 7, { rules })).toEqual({ a: 1, b: 2 });
    expect(outputOf('ANY', 3, { rules })).toContain('rules 1, 2 and 3 differ');
  });

  test.each([
    ['FIRST', 7, {}, 'low'],
    ['RULE ORDER', 7, {}, ['low', 'middle']],
    ['RULE ORDER', 18, {}, ['middle', 'high']],
    ['PRIORITY', 7, prioritized, 'middle'],
    ['PRIORITY', 18, prioritized, 'high'],
    ['OUTPUT ORDER', 7, prioritized, ['middle', 'low']],
    ['PRIORITY', 7, {}, 'low'],
    ['OUTPUT ORDER', 7, {}, ['low', 'middle']],
    ['COLLECT', 7, {}, ['low', 'middle']],
    ['COLLECT', 7, { rules: numbers, aggregation: 'SUM' }, 0.3],
    ['COLLECT', 7, { rules: numbers, aggregation: 'COUNT' }, 2],
    ['COLLECT', 18, { rules: numbers, aggregation: 'MIN' }, 0.2],
    ['COLLECT', 18, { rules: numbers, aggregation: 'MAX' }, 5],
  ])('given %s and %d, then the result', (hitPolicy, x, rest, expected) => {
    expect(outputOf(hitPolicy, x, rest)).toEqual(expected);
  });

  test('given values that do not add up, then a failure', () => {
    expect(outputOf('COLLECT', 7, { aggregation: 'SUM' })).toContain('SUM can aggregate');
  });

  test.each(['UNIQUE', 'ANY', 'FIRST', 'RULE ORDER', 'COLLECT'])('given %s and no match, then null', (hitPolicy) => {
    expect(outputOf(hitPolicy, 3, { rules: [['> 100', '1']] })).toBeNull();
  });

  test('given no match and a default value, then the default', () => {
    const outputs = [{ name: 'a', defaultValue: '1 + 1' }, { name: 'b' }];

    expect(outputOf('UNIQUE', 3, { rules: [['> 100', '5', '6']], outputs })).toEqual({ a: 2, b: null });
  });
});

describe('a decision table', () => {
  const dish = {
    inputs: [
      { expression: 'season', label: 'Season' },
      { expression: 'guests + 0', label: 'Guests' },
    ],
    outputs: [{ name: 'dish' }, { name: 'price', label: 'Price a head' }],
    rules: [
      ['"Winter"', '<= 8', '"Roast"', '12.5 + 0.1'],
      ['"Summer", "Spring"', '-', '"Salad"', 'guests * 2'],
      ['not("Winter", "Summer")', '', '"Soup"', ''],
    ],
    hitPolicy: 'FIRST',
  };

  test('given several outputs, then the result is a context', () => {
    expect(decide(table(dish), 'd', { season: 'Winter', guests: 4 })).toMatchObject({
      ok: true,
      output: { dish: 'Roast', price: 12.6 },
    });
    expect(decide(table(dish), 'd', { season: 'Autumn', guests: 4 })).toMatchObject({
      ok: true,
      output: { dish: 'Soup', price: null },
    });
  });

  test('given an evaluation, then the trace tells inputs, rules and outputs', () => {
    const result = decide(table(dish), 'd', { season: 'Summer', guests: 4 });

    expect(result.trace).toEqual([
      {
        decisionId: 'd',
        decisionName: 'Decision',
        type: 'DECISION_TABLE',
        inputs: [
          { id: 'd_input_1', name: 'Season', value: 'Summer' },
          { id: 'd_input_2', name: 'Guests', value: 4 },
        ],
        matchedRules: [
          {
            index: 2,
            ruleId: 'd_rule_2',
            outputs: [
              { id: 'd_output_1', name: 'dish', value: 'Salad' },
              { id: 'd_output_2', name: 'Price a head', value: 8 },
            ],
          },
        ],
        output: { dish: 'Salad', price: 8 },
        warnings: [],
      },
    ]);
  });

  test('given a result, then nobody can change it', () => {
    const result = decide(table(dish), 'd', { season: 'Summer', guests: 4 });

    expect(Object.isFrozen(result.trace[0]?.matchedRules[0]?.outputs)).toBe(true);
  });

  test('given a missing variable, then no rule matches and a warning says why', () => {
    const result = decide(table({ rules: ages, hitPolicy: 'UNIQUE' }), 'd');

    expect(result).toMatchObject({ ok: true, output: null });
    expect(result.trace[0]?.warnings.map(({ code }) => code)).toContain('NO_VARIABLE_FOUND');
  });

  test('given dates, then cells compare them', () => {
    const rules = [
      ['< date("2006-03-01")', '"adult"'],
      ['-', '"minor"'],
    ];
    const inputs = [{ expression: 'date(birth)' }];
    const output = (birth: string) => decide(table({ rules, inputs, hitPolicy: 'FIRST' }), 'd', { birth });

    expect([output('1990-05-17'), output('2010-01-01')]).toMatchObject([{ output: 'adult' }, { output: 'minor' }]);
    expect(output('1990-05-17').trace[0]?.inputs[0]?.value).toBe('1990-05-17');
  });

  test('given a cell that never ends, then the decision fails within its budget', () => {
    const rules = [['some i in 1..1000000000 satisfies i < 0', '1']];
    const result = decide(table({ rules }), 'd', { x: 1 });

    expect(result).toMatchObject({ ok: false, failedDecisionId: 'd' });
    expect(result.ok ? '' : result.message).toContain('budget of steps');
  });

  test('given ten thousand rules, then the last one is found', () => {
    const rules = Array.from({ length: 10_000 }, (_, index) => [String(index), String(index * 2)]);

    expect(decide(table({ rules }), 'd', { x: 9_999 })).toMatchObject({ ok: true, output: 19_998 });
  });
});

describe('requirements', () => {
  const chain = {
    inputData: [{ id: 'income', name: 'income' }],
    decisions: [
      { id: 'total', name: 'Total', requires: ['share', 'rest'], logic: 'share + rest' },
      { id: 'share', name: 'Share', inputs: ['income'], logic: 'income / 2' },
      { id: 'rest', name: 'Rest of it', variable: 'theRest', requires: ['share'], logic: 'Share + 1' },
    ],
  };

  test('given decisions that need others, then each is evaluated once, in order', () => {
    const result = decide(chain, 'total', { income: 10 });

    expect(result).toMatchObject({ ok: true, output: 11 });
    expect(result.trace.map(({ decisionId, output }) => [decisionId, output])).toEqual([
      ['share', 5],
      ['rest', 6],
      ['total', 11],
    ]);
  });

  test('given a variable of the same name, then the decision wins', () => {
    expect(decide(chain, 'total', { income: 10, share: 1_000 })).toMatchObject({ ok: true, output: 11 });
  });

  test('given a required decision that fails, then it is named and the story ends with it', () => {
    const broken = {
      decisions: [
        { id: 'a', name: 'A', requires: ['b'], logic: 'b' },
        { id: 'b', name: 'B', logic: 'assert(1, false, "no luck")' },
      ],
    };
    const result = decide(broken, 'a');

    expect(result).toMatchObject({ ok: false, failedDecisionId: 'b' });
    expect(result.ok ? '' : result.message).toContain('no luck');
    expect(result.trace.map(({ decisionId }) => decisionId)).toEqual(['b']);
  });

  test('given an unknown decision, then the answer says so', () => {
    expect(decide(chain, 'nothing')).toMatchObject({ ok: false, failedDecisionId: 'nothing', trace: [] });
  });

  test('given names with spaces and keywords, then expressions can use them', () => {
    const draft = {
      decisions: [
        { id: 'a', name: 'a', requires: ['b'], logic: 'date of birth + 1' },
        { id: 'b', name: 'date of birth', logic: '41' },
      ],
    };

    expect(decide(draft, 'a')).toMatchObject({ ok: true, output: 42 });
  });

  test('given business knowledge that uses other knowledge, then it is called like a function', () => {
    const file = writeDmn({
      id: 'drg',
      decisions: [{ id: 'd', knowledge: ['gross'], logic: '[gross(100, 0.21), gross(rate: 0.06, net: 50)]' }],
      knowledge: [
        { id: 'gross', parameters: ['net', 'rate'], body: 'net + tax(net, rate)' },
        { id: 'tax', parameters: ['net', 'rate'], body: 'net * rate' },
      ],
    }).replace(
      '</encapsulatedLogic></businessKnowledgeModel>',
      '</encapsulatedLogic><knowledgeRequirement id="k"><requiredKnowledge href="#tax"/></knowledgeRequirement></businessKnowledgeModel>',
    );

    expect(evaluateDecision(compile(file), 'd', contextOf({}))).toMatchObject({ ok: true, output: [121, 53] });
  });

  test('given knowledge called in a loop, then its body is paid from the same budget', () => {
    const draft = {
      decisions: [{ id: 'd', knowledge: ['slow'], logic: 'for i in 1..90000 return slow(i)' }],
      knowledge: [{ id: 'slow', parameters: ['n'], body: 'count(for i in 1..1000 return i)' }],
    };

    expect(decide(draft, 'd')).toMatchObject({ ok: false, failedDecisionId: 'd' });
  });
});

describe('boxed expressions', () => {
  const literal = (text: string) => `<literalExpression><text>${text}</text></literalExpression>`;
  const decideBox = (box: string, variables: Record<string, unknown> = {}) => {
    const xml = `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="drg" name="drg" namespace="x">
      <decision id="d" name="D">${box}</decision></definitions>`;
    return evaluateDecision(compile(xml), 'd', contextOf(variables));
  };

  test('given a context, then entries see those before them, and a nameless entry is the result', () => {
    const entries = `<contextEntry><variable name="a"/>${literal('x + 1')}</contextEntry>
      <contextEntry><variable name="b"/>${literal('a * 2')}</contextEntry>`;

    expect(decideBox(`<context>${entries}</context>`, { x: 1 })).toMatchObject({ output: { a: 2, b: 4 } });
    expect(
      decideBox(`<context>${entries}<contextEntry>${literal('a + b')}</contextEntry></context>`, { x: 1 }),
    ).toMatchObject({
      output: 6,
      trace: [{ type: 'CONTEXT' }],
    });
  });

  test('given a relation and a list, then rows are contexts and items are items', () => {
    expect(
      decideBox(`<relation><column name="a"/><column name="b"/><row>${literal('1')}${literal('2')}</row></relation>`),
    ).toMatchObject({ output: [{ a: 1, b: 2 }], trace: [{ type: 'RELATION' }] });
    expect(decideBox(`<list>${literal('1')}${literal('x')}</list>`, { x: 'y' })).toMatchObject({
      output: [1, 'y'],
      trace: [{ type: 'LIST' }],
    });
  });

  test('given an invocation of a boxed function, then arguments go by name', () => {
    const box = `<context>
      <contextEntry><variable name="difference"/><functionDefinition><formalParameter name="left"/><formalParameter name="right"/>${literal('left - right')}</functionDefinition></contextEntry>
      <contextEntry><invocation>${literal('difference')}
        <binding><parameter name="right"/>${literal('1')}</binding><binding><parameter name="left"/>${literal('5')}</binding></invocation></contextEntry>
    </context>`;

    expect(decideBox(box)).toMatchObject({ ok: true, output: 4 });
  });

  test('given an invocation of nothing, then it fails', () => {
    expect(decideBox(`<invocation>${literal('missing')}</invocation>`)).toMatchObject({
      ok: false,
      failedDecisionId: 'd',
    });
  });

  test('given an empty expression, then null', () => {
    expect(decideBox('<literalExpression><text></text></literalExpression>')).toMatchObject({ ok: true, output: null });
  });
});
