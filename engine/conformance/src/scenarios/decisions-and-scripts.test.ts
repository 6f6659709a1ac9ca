import { status } from '@grpc/grpc-js';
import { bpmnProcess, type BindingOptions, type ScriptTaskOptions } from '@irisflow/bpmn';
import { writeDmn } from '@irisflow/dmn';
import { expect } from 'vitest';
import { deployed, deployFiles } from '../kit/deployments.ts';
import { scenarios } from '../kit/scenarios.ts';
import type { Row, World } from '../kit/world.ts';

const NOBODY = '2251799813685248';

interface FeeOptions {
  /** What children pay. */
  readonly child?: string;
  /** From which age on one pays as an adult; below 18 two rules match, which a table of one answer cannot have. */
  readonly adultFrom?: number;
  readonly versionTag?: string;
}

/** A table of fees by age, which needs the rate of the year. */
const fees = (id: string, { child = '5', adultFrom = 18, versionTag }: FeeOptions = {}): string =>
  writeDmn({
    id: `${id}_requirements`,
    name: 'Fees',
    decisions: [
      { id: `${id}_rate`, name: 'Rate', variable: 'rate', logic: '2' },
      {
        id,
        name: 'Fee',
        requires: [`${id}_rate`],
        ...(versionTag === undefined ? {} : { versionTag }),
        logic: {
          hitPolicy: 'UNIQUE',
          inputs: [{ expression: 'age', label: 'Age', typeRef: 'number' }],
          outputs: [{ name: 'amount', label: 'Amount', typeRef: 'number' }],
          rules: [
            ['< 18', `rate * ${child}`],
            [`>= ${adultFrom}`, 'rate * 25'],
          ],
        },
      },
    ],
  });

const deployFees = async (world: World, id: string, options?: FeeOptions) => {
  const answer = await deployFiles(world, { [`${id}.dmn`]: fees(id, options) });
  const decision = deployed('decision', answer).find(({ dmnDecisionId }) => dmnDecisionId === id);
  const [requirements] = deployed('decisionRequirements', answer);
  return {
    decisionKey: String(decision?.['decisionKey']),
    requirementsKey: String(requirements?.['decisionRequirementsKey']),
    version: decision?.['version'],
  };
};

const evaluate = (world: World, request: object, variables: object = {}): Promise<Row> =>
  world.raw.call('EvaluateDecision', { ...request, variables: JSON.stringify(variables) });

interface RuleOptions {
  readonly decisionId: string;
  readonly binding?: BindingOptions;
  readonly outputs?: Readonly<Record<string, string>>;
}

/** A process that asks for a fee. */
const asking = (id: string, { decisionId, ...more }: RuleOptions): string =>
  bpmnProcess(id)
    .start()
    .businessRuleTask('ask', { decisionId, resultVariable: 'fee', ...more })
    .end()
    .toXml();

const deployAsking = async (world: World, options: RuleOptions): Promise<string> => {
  const id = world.name('asking');
  await world.deploy(asking(id, options));
  return id;
};

const computing = (id: string, options: ScriptTaskOptions): string =>
  bpmnProcess(id).start().scriptTask('compute', options).end().toXml();

scenarios('RS', 'Decisions and scripts', (scenario) => {
  scenario(198, 'what a decision says becomes a variable', async (world) => {
    // given
    const decisionId = world.name('fee');
    await deployFees(world, decisionId);
    const id = await deployAsking(world, { decisionId });

    // when, then
    expect(await world.run(id, { age: 12 })).toEqual({ age: 12, fee: 10 });
    expect(await world.run(id, { age: 40 })).toEqual({ age: 40, fee: 50 });
  });

  scenario(198, 'with output mappings only what they choose leaves the task', async (world) => {
    const decisionId = world.name('fee');
    await deployFees(world, decisionId);
    const id = await deployAsking(world, { decisionId, outputs: { due: '= fee + 1' } });
    expect(await world.run(id, { age: 12 })).toEqual({ age: 12, due: 11 });
  });

  scenario(198, 'a decision sees all variables of its task, and its id may be an expression', async (world) => {
    // given
    const [id, decisionId] = [world.name('asking'), world.name('fee')];
    await deployFees(world, decisionId);
    await world.deploy(
      bpmnProcess(id)
        .start()
        .subProcess(
          'around',
          (path) => path.start('s').businessRuleTask('ask', { decisionId: '= wanted', resultVariable: 'fee' }).end('e'),
          { inputs: { age: '= person.age' }, outputs: { fee: '= fee' } },
        )
        .end()
        .toXml(),
    );

    // when, then
    expect(await world.run(id, { person: { age: 12 }, wanted: decisionId })).toMatchObject({ fee: 10 });
  });

  scenario(198, 'a decision is the latest, the one deployed together, or the one with the tag', async (world) => {
    // given
    const decisionId = world.name('fee');
    const [latest, together, tagged] = [world.name('latest'), world.name('together'), world.name('tagged')];
    await deployFees(world, decisionId, { child: '1', versionTag: 'stable' });
    await deployFiles(world, {
      'fees.dmn': fees(decisionId, { child: '2' }),
      'together.bpmn': asking(together, { decisionId, binding: 'deployment' }),
      'latest.bpmn': asking(latest, { decisionId, binding: 'latest' }),
      'tagged.bpmn': asking(tagged, { decisionId, binding: { versionTag: 'stable' } }),
    });
    await deployFees(world, decisionId, { child: '3' });

    // when
    const asked = await Promise.all([latest, together, tagged].map((id) => world.run(id, { age: 12 })));

    // then
    expect(asked.map(({ fee }) => fee)).toEqual([6, 4, 2]);
  });

  scenario(199, 'a decision that is missing is an incident; deploy and resolve', async (world) => {
    // given
    const decisionId = world.name('fee');
    const key = await world.create(await deployAsking(world, { decisionId }), { age: 12 });
    const incident = await world.incident(key);
    expect(incident).toMatchObject({ errorType: 'CALLED_DECISION_ERROR', elementId: 'ask' });
    expect(incident['errorMessage']).toContain(`'${decisionId}'`);

    // when
    await deployFees(world, decisionId);
    await world.resolve(incident);

    // then
    expect(await world.state(key)).toBe('COMPLETED');
    expect(await world.variables(key)).toEqual({ age: 12, fee: 10 });
  });

  scenario(
    200,
    'a decision that cannot decide is an incident; mended and resolved, it is asked again',
    async (world) => {
      // given
      const decisionId = world.name('fee');
      await deployFees(world, decisionId, { adultFrom: 16 });
      const key = await world.create(await deployAsking(world, { decisionId }), { age: 17 });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'DECISION_EVALUATION_ERROR', elementId: 'ask' });
      expect(incident['errorMessage']).toMatch(/UNIQUE|more than one|rules/i);

      // when
      await world.resolve(incident);
      const again = await world.incident(key);
      await world.setVariables(key, { age: 40 });
      await world.resolve(again);

      // then
      expect(again['incidentKey']).not.toBe(incident['incidentKey']);
      expect(await world.variables(key)).toEqual({ age: 40, fee: 50 });
      expect(await world.state(key)).toBe('COMPLETED');
    },
  );

  scenario(
    201,
    'EvaluateDecision by id asks the latest version, by key that version, by both the id',
    async (world) => {
      // given
      const decisionId = world.name('fee');
      const first = await deployFees(world, decisionId, { child: '1' });
      const second = await deployFees(world, decisionId, { child: '2' });
      const age = { age: 12 };

      // when
      const byId = await evaluate(world, { decisionId }, age);
      const byKey = await evaluate(world, { decisionKey: first.decisionKey }, age);
      const byBoth = await evaluate(world, { decisionKey: first.decisionKey, decisionId }, age);
      const byClient = await world.client.evaluateDecision({ decisionId, variables: age });

      // then
      expect([byId, byKey, byBoth, byClient].map(({ decisionOutput }) => Number(decisionOutput))).toEqual([4, 2, 4, 4]);
      expect(byId).toMatchObject({
        decisionKey: second.decisionKey,
        decisionId,
        decisionName: 'Fee',
        decisionVersion: 2,
        decisionRequirementsId: `${decisionId}_requirements`,
        decisionRequirementsKey: second.requirementsKey,
        failedDecisionId: '',
        failureMessage: '',
        tenantId: '<default>',
      });
    },
  );

  scenario(201, 'EvaluateDecision tells how the result came about', async (world) => {
    // given
    const decisionId = world.name('fee');
    await deployFees(world, decisionId);

    // when
    const { evaluatedDecisions } = await evaluate(world, { decisionId }, { age: 12 });

    // then
    expect(evaluatedDecisions).toMatchObject([
      { decisionId: `${decisionId}_rate`, decisionName: 'Rate', decisionOutput: '2', matchedRules: [] },
      {
        decisionId,
        decisionName: 'Fee',
        decisionVersion: 1,
        decisionOutput: '10',
        evaluatedInputs: [{ inputName: 'Age', inputValue: '12' }],
        matchedRules: [{ ruleIndex: 1, evaluatedOutputs: [{ outputName: 'Amount', outputValue: '10' }] }],
      },
    ]);
  });

  scenario(201, 'a decision counts to the last digit, and says so; a result that loses one fails', async (world) => {
    // given
    const decisionId = world.name('entry');
    await deployFees(world, decisionId, { child: 'entry' });
    const ask = (entry: string) =>
      world.raw.call('EvaluateDecision', { decisionId, variables: `{"age":12,"entry":${entry}}` });

    // when
    const told = await ask('4503599627370497');
    const long = await ask('9007199254740993');
    const search = { filter: { decisionDefinitionId: decisionId }, sort: [{ field: 'evaluationDate' }] };
    const { text } = await world.rest.ask('POST', '/decision-instances/search', search);
    const lost = await ask('9223372036854775807');

    // then
    expect(told).toMatchObject({ decisionOutput: '9007199254740994' });
    expect(long).toMatchObject({
      decisionOutput: '18014398509481986',
      evaluatedDecisions: [{}, { decisionOutput: '18014398509481986', matchedRules: [{ ruleIndex: 1 }] }],
    });
    expect(text).toContain('"result":"18014398509481986"');
    expect(lost).toMatchObject({ decisionOutput: 'null', failedDecisionId: decisionId });
    expect(lost['failureMessage']).toContain('18446744073709551614');
  });

  scenario(201, 'a decision that is unknown, or not named, is an invalid argument', async (world) => {
    const unknown = world.name('unknown');
    for (const [request, words] of [
      [{ decisionId: unknown }, `'${unknown}'`],
      [{ decisionKey: NOBODY }, `'${NOBODY}'`],
      [{}, 'decision'],
    ] as const) {
      const { code, details } = await world.refusal(evaluate(world, request));
      expect([code, details]).toEqual([status.INVALID_ARGUMENT, expect.stringContaining(words)]);
    }
    const decisionId = world.name('fee');
    await deployFees(world, decisionId);
    const invalid = await world.refusal(world.raw.call('EvaluateDecision', { decisionId, variables: '[1]' }));
    expect(invalid.code).toBe(status.INVALID_ARGUMENT);
  });

  scenario(201, 'an evaluation that fails is an answer that says where and why', async (world) => {
    // given
    const decisionId = world.name('fee');
    await deployFees(world, decisionId, { adultFrom: 16 });

    // when
    const answer = await evaluate(world, { decisionId }, { age: 17 });

    // then
    expect(answer).toMatchObject({ decisionId, failedDecisionId: decisionId, decisionOutput: 'null' });
    expect(answer['failureMessage']).not.toBe('');
    expect(answer['evaluatedDecisions']).toMatchObject([
      { decisionId: `${decisionId}_rate`, decisionOutput: '2' },
      { decisionId },
    ]);
  });

  scenario(202, 'when the latest version is deleted, the one before it is asked', async (world) => {
    // given
    const decisionId = world.name('fee');
    const id = await deployAsking(world, { decisionId });
    const first = await deployFees(world, decisionId, { child: '1' });
    const second = await deployFees(world, decisionId, { child: '2' });
    expect(await world.run(id, { age: 12 })).toMatchObject({ fee: 4 });

    // when
    await world.raw.call('DeleteResource', { resourceKey: second.requirementsKey });

    // then
    expect(await evaluate(world, { decisionId }, { age: 12 })).toMatchObject({
      decisionVersion: 1,
      decisionOutput: '2',
    });
    expect(await world.run(id, { age: 12 })).toMatchObject({ fee: 2 });
    const byKey = await world.refusal(evaluate(world, { decisionKey: second.decisionKey }));
    expect(byKey.code).toBe(status.INVALID_ARGUMENT);
    const again = await world.refusal(world.raw.call('DeleteResource', { resourceKey: second.requirementsKey }));
    expect(again.code).toBe(status.NOT_FOUND);

    // and without any version the task waits; a new one does not take an old number
    await world.raw.call('DeleteResource', { resourceKey: first.requirementsKey });
    const key = await world.create(id, { age: 12 });
    expect(await world.incident(key)).toMatchObject({ errorType: 'CALLED_DECISION_ERROR' });
    expect(await deployFees(world, decisionId, { child: '2' })).toMatchObject({ version: 3 });
  });

  scenario(203, 'a script gives any value to its variable, and output mappings choose what leaves', async (world) => {
    // given
    const [plain, mapped] = [world.name('script'), world.name('script')];
    await world.deploy(
      computing(plain, { expression: '= { sum: a + 1, list: for i in 1..3 return i * a }', resultVariable: 'r' }),
      computing(mapped, { expression: '= a + 1', resultVariable: 'r', outputs: { next: '= r * 10' } }),
    );

    // when, then
    expect(await world.run(plain, { a: 2 })).toEqual({ a: 2, r: { sum: 3, list: [2, 4, 6] } });
    expect(await world.run(mapped, { a: 2 })).toEqual({ a: 2, next: 30 });
  });

  scenario(
    203,
    'a script that fails is an incident; resolved, it runs again with its input mappings',
    async (world) => {
      // given
      const id = world.name('script');
      await world.deploy(
        computing(id, {
          inputs: { double: '= 2 * x' },
          expression: '= assert(double, double > 10, "too little")',
          resultVariable: 'r',
        }),
      );
      const key = await world.create(id, { x: 1 });
      const incident = await world.incident(key);
      expect(incident).toMatchObject({ errorType: 'EXTRACT_VALUE_ERROR', elementId: 'compute' });
      expect(incident['errorMessage']).toContain('too little');

      // when
      await world.setVariables(key, { x: 6 });
      await world.resolve(incident);

      // then
      expect(await world.state(key)).toBe('COMPLETED');
      expect(await world.variables(key)).toEqual({ x: 6, r: 12 });
    },
  );

  scenario(203, 'a script of which nothing is known gives null, as FEEL says', async (world) => {
    const id = world.name('script');
    await world.deploy(computing(id, { expression: '= missing.part', resultVariable: 'r' }));
    expect(await world.run(id)).toEqual({ r: null });
  });
});
