import {
  runConnector,
  type ConnectorDefinition,
  type ConsultationOutcome,
  type ConsultationQuestion,
  type Consultations,
  type RunOptions,
} from '@irisflow/connector-sdk';
import { startSandbox, type FaultMode, type Sandbox, type SourceId } from '@irisflow/connector-sandbox';
import type { Static, TObject, TSchema } from 'typebox';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';

import { handleOf } from '@irisflow/connector-sdk/testing';
import { connectors } from '../catalog.ts';

/** The sandbox on free ports, a consultation log in memory, and connectors configured to meet both. */
export type World = {
  readonly sandbox: () => Sandbox;
  readonly records: (ConsultationQuestion & { outcome?: string })[];
  /** Permits everything, as a platform with every authorization would. */
  readonly consultations: Consultations;
  readonly run: <I extends TObject, O extends TSchema, C extends string>(
    connector: ConnectorDefinition<I, O, C>,
    input: Static<I>,
    options?: RunOptions,
  ) => ReturnType<typeof runConnector>;
  readonly setFault: (source: SourceId, mode: FaultMode) => Promise<void>;
};

const TERMS = { purpose: 'Allocation de loyer – huurtoelage', legalBasis: 'Arrêté du 15 juillet 2021' };
/** Every field that some register of the catalog answers with. */
const FIELDS = connectors.flatMap(({ consults, output }) =>
  consults !== undefined && 'properties' in output ? Object.keys(output.properties as object) : [],
);

const permitAll = (records: World['records']): Consultations => ({
  ask: async (question) => {
    records.push({ ...question });
    return { permitted: true, consultationId: question.consultationKey, ...TERMS, fields: FIELDS };
  },
  record: async ({ consultationKey, outcome }: ConsultationOutcome) => {
    const found = records.find((record) => record.consultationKey === consultationKey);
    if (found !== undefined) found.outcome = outcome;
  },
});

/** Starts a world for the tests of one file; every test begins with all sources working. */
export const useSandboxWorld = (): World => {
  let sandbox: Sandbox;
  const records: World['records'] = [];
  const consultations = permitAll(records);
  const setFault = async (source: SourceId, mode: FaultMode) => {
    const answer = await fetch(`${sandbox.url}/_faults/${source}`, { method: 'PUT', body: JSON.stringify({ mode }) });
    expect(answer.status).toBe(204);
  };
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, smtpPort: 0, mailPort: 0 });
  });
  afterAll(() => sandbox.stop());
  afterEach(async () => {
    records.length = 0;
    const faults = (await (await fetch(`${sandbox.url}/_faults`)).json()) as Record<SourceId, { mode: FaultMode }>;
    for (const [source, { mode }] of Object.entries(faults)) {
      if (mode !== 'ok') await setFault(source as SourceId, 'ok');
    }
  });
  return {
    sandbox: () => sandbox,
    records,
    consultations,
    setFault,
    run: (connector, input, options = {}) =>
      runConnector(connector, input, {
        caseHandle: handleOf('case-1'),
        settings: sandbox.settings,
        secrets: { ...sandbox.secrets, CRM_ACCESS: JSON.stringify({ housing: sandbox.crm }) },
        consultations,
        allowList: {
          read: async () => ({ administration: 'housing', hosts: sandbox.trustedHosts }),
          refused: async () => undefined,
        },
        egress: { privateHosts: sandbox.trustedHosts },
        ...options,
      }),
  };
};

/** Whom the connector's example asks about, and whose number the sandbox says when that one is replaced. */
type Asked = { readonly subject: string; readonly successor: string };

const PERSON: Asked = { subject: '84000090286', successor: '91000091427' };

const expectedOf = ({ successor }: Asked): { readonly [Mode in Exclude<FaultMode, 'ok' | 'changed'>]: object } => ({
  timeout: { kind: 'retry', message: expect.stringContaining('TIMEOUT') },
  unavailable: { kind: 'retry', message: expect.stringContaining('UNAVAILABLE') },
  'rate-limit': { kind: 'retry', message: expect.stringContaining('RATE_LIMITED'), afterMs: 2000 },
  replaced: { kind: 'bpmnError', code: 'ID_REPLACED', variables: { newId: successor } },
  'no-data': { kind: 'bpmnError', code: 'NO_DATA' },
  'no-authorization': { kind: 'bpmnError', code: 'NO_AUTHORIZATION' },
});

/** The tests that every register must pass: each fault of the source, and the trace of each question. */
export const itMeetsEveryFault = <I extends TObject, O extends TSchema, C extends string>(
  world: World,
  connector: ConnectorDefinition<I, O, C>,
  source: SourceId,
  asked: Asked = PERSON,
): void => {
  const { subject } = asked;
  // Short, so that a silent source does not keep the tests waiting.
  const hasty = { ...connector, timeoutMs: 250 };
  it.each(Object.entries(expectedOf(asked)) as [FaultMode, object][])(
    'answers the fault "%s"',
    async (mode, expected) => {
      await world.setFault(source, mode);

      const outcome = await world.run(mode === 'timeout' ? hasty : connector, connector.example);

      expect(outcome).toMatchObject(expected);
    },
  );

  it('leaves a trace with purpose and legal basis, here and at the source', async () => {
    await world.run(connector, connector.example);

    expect(world.records).toMatchObject([{ source: connector.type, subject, outcome: 'found' }]);
    const diary = (await (await fetch(`${world.sandbox().url}/_consultations`)).json()) as unknown[];
    expect(diary[0]).toMatchObject({ source, subject, caseId: 'case-1', ...TERMS });
  });

  it('waits for a person when its token is wrong', async () => {
    const [tokenName = ''] = connector.secrets ?? [];

    const outcome = await world.run(connector, connector.example, { secrets: { [tokenName]: 'wrong-token' } });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('401') });
  });
};
