import { bpmnProcess } from '@irisflow/bpmn';
import { feelMessage } from '@irisflow/feel';
import { writeDmn } from '@irisflow/dmn';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '../event/engine-event.ts';
import { createTestEngine, type TestEngine } from '../testing/index.ts';

const start = (engine: TestEngine, variables: string) =>
  engine.send({
    kind: 'createInstance',
    tenantId: DEFAULT_TENANT,
    startAt: [],
    awaited: null,
    tags: [],
    businessId: null,
    process: { by: 'id', id: 'p', version: null },
    variables,
  });

/** JSON text of the variables as they were written last, by name. */
const textsOf = (engine: TestEngine): Readonly<Record<string, string>> =>
  Object.fromEntries(
    engine
      .changes()
      .flatMap(({ events }): readonly EngineEvent[] => events)
      .flatMap((event) =>
        event.kind === 'variableCreated' || event.kind === 'variableUpdated' ? [[event.name, event.value]] : [],
      ),
  );

const scripted = (expression: string) =>
  bpmnProcess('p').start().scriptTask('count', { expression, resultVariable: 'result' }).userTask('u').end().toXml();

describe('whole numbers of 64 bits', () => {
  it('keep every digit through expressions', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(scripted('= {next: n + 1, rest: modulo(number("51002604200000371428"), 97), list: [n]}'));

    // when
    start(engine, '{"n":9007199254740993}');

    // then
    expect(textsOf(engine)['result']).toBe('{"next":9007199254740994,"rest":31,"list":[9007199254740993]}');
  });

  it('keep every digit through mappings into an object and out of a loop', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .scriptTask('count', {
          expression: '= item - 1',
          resultVariable: 'one',
          inputs: { 'held.inside': '= {own: item}' },
          multiInstance: {
            inputCollection: '= list',
            inputElement: 'item',
            outputElement: '= one',
            outputCollection: 'ones',
          },
        })
        .userTask('u')
        .end()
        .toXml(),
    );

    // when
    start(engine, '{"list":[9007199254740993,9223372036854775807]}');

    // then
    expect(textsOf(engine)).toMatchObject({
      ones: '[9007199254740992,9223372036854775806]',
      held: '{"inside":{"own":9223372036854775807}}',
      item: '9223372036854775807',
    });
  });

  it('are correlation keys to their last digit', () => {
    // given
    const engine = createTestEngine();
    engine.deploy(
      bpmnProcess('p')
        .start()
        .catchEvent('wait', { event: { message: 'paid', correlationKey: '= order' } })
        .end()
        .toXml(),
    );

    // when
    const { processInstanceKey } = start(engine, '{"order":9007199254740993}');
    engine.publish('paid', '9007199254740992');
    expect(engine.isActive(processInstanceKey)).toBe(true);
    engine.publish('paid', '9007199254740993');

    // then
    expect(engine.isActive(processInstanceKey)).toBe(false);
  });

  it('keep every digit through a decision and its story', () => {
    // given
    const engine = createTestEngine();
    const table = writeDmn({
      id: 'checks',
      name: 'Checks',
      decisions: [
        {
          id: 'check',
          name: 'Check',
          logic: {
            hitPolicy: 'UNIQUE',
            inputs: [{ expression: 'n' }],
            outputs: [{ name: 'next' }],
            rules: [
              ['9007199254740992', '0'],
              ['9007199254740993', 'n + 2'],
            ],
          },
        },
      ],
    });
    engine.deploy(
      { name: 'checks.dmn', text: table },
      {
        name: 'p.bpmn',
        text: bpmnProcess('p')
          .start()
          .businessRuleTask('decide', { decisionId: 'check', resultVariable: 'result' })
          .userTask('u')
          .end()
          .toXml(),
      },
    );

    // when
    start(engine, '{"n":9007199254740993}');
    const story = engine.changes().flatMap(({ events }) => events.filter(({ kind }) => kind === 'decisionEvaluated'));

    // then
    expect(textsOf(engine)['result']).toBe('9007199254740995');
    expect(story).toMatchObject([
      {
        trace: [
          {
            outputText: '9007199254740995',
            inputs: [{ text: '9007199254740993' }],
            matchedRules: [{ index: 2, outputs: [{ text: '9007199254740995' }] }],
          },
        ],
      },
    ]);
  });
});

describe('a result that would lose a digit as a variable', () => {
  it.each([
    ['number("51002604200000371428")', '51002604200000371428'],
    ['{a: [n * 2048]}', '18446744073709553664'],
    ['12345678901234567.89 + 1', '12345678901234568.89'],
    ['number("123456789012345678901234567890123456789")', '1234567890123456789012345678901235'],
    ['3.14159265358979323846264338327950288419716', '3.141592653589793238462643383279503'],
  ])('given %s, is an incident that names it', (expression, number) => {
    // given
    const engine = createTestEngine();
    engine.deploy(scripted(`= ${expression}`));

    // when
    start(engine, '{"n":9007199254740993}');

    // then
    const [incident] = engine.incidents();
    expect(incident).toMatchObject({ type: 'EXTRACT_VALUE_ERROR', elementId: 'count' });
    expect(incident?.message).toContain(number);
    expect(incident?.message).toContain("'string(...)'");
    const [warning] = incident?.warnings ?? [];
    expect(warning && feelMessage(warning, 'nl')).toContain(number);
  });

  it.each(['1 / 3', 'sqrt(2)', 'mean([1, 2, 2])', '1234.56 * 1.0145 ** 3', 'string(number("51002604200000371428"))'])(
    'is none for %s',
    (expression) => {
      const engine = createTestEngine();
      engine.deploy(scripted(`= ${expression}`));
      start(engine, '{}');
      expect([engine.incidents(), engine.userTasks().length]).toEqual([[], 1]);
    },
  );

  it('is an incident of the decision that gives it', () => {
    // given
    const engine = createTestEngine();
    const decision = { id: 'large', name: 'Large', logic: 'number("51002604200000371428")' };
    engine.deploy(
      { name: 'large.dmn', text: writeDmn({ id: 'all', name: 'All', decisions: [decision] }) },
      {
        name: 'p.bpmn',
        text: bpmnProcess('p')
          .start()
          .businessRuleTask('decide', { decisionId: 'large', resultVariable: 'result' })
          .end()
          .toXml(),
      },
    );

    // when
    start(engine, '{}');

    // then
    const [incident] = engine.incidents();
    expect(incident?.type).toBe('DECISION_EVALUATION_ERROR');
    expect(incident?.message).toContain('51002604200000371428');
  });
});

describe('numbers that come in', () => {
  it.each([
    ['{"n":0.1234567890123456789}', '0.1234567890123456789'],
    ['{"n":[12345678901234567890.5]}', '12345678901234567890.5'],
    ['{"n":1e400}', '1e400'],
    ['{"n":-9223372036854775809}', '-9223372036854775809'],
    ['{"n":123456789012345678e-2}', '123456789012345678e-2'],
  ])('given %s, are refused by name', (variables, number) => {
    const engine = createTestEngine();
    engine.deploy(scripted('= n'));
    const refused = () => start(engine, variables);
    expect(refused).toThrow(number);
  });

  it.each([
    '0.10000000000000001',
    '1.50',
    '1.7976931348623157e+308',
    '5e-324',
    '4.9E-324',
    '1E22',
    // As Java 17 writes doubles of 2^59 and more.
    '1.05747456920121677E18',
    '-2.14368333751932262E18',
  ])('given %s, are doubles', (number) => {
    const engine = createTestEngine();
    engine.deploy(scripted('= n'));
    start(engine, `{"n":${number}}`);
    expect(engine.incidents()).toEqual([]);
  });
});
