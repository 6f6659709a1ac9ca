import type { ConnectorDefinition } from '@irisflow/connector-sdk';
import type { FaultMode } from '@irisflow/connector-sandbox';
import type { TObject, TSchema } from 'typebox';
import { expect, it } from 'vitest';

import type { World } from './sandbox-world.ts';

const EXPECTED: Partial<Record<FaultMode, object>> = {
  timeout: { kind: 'retry', message: expect.stringContaining('TIMEOUT') },
  unavailable: { kind: 'retry', message: expect.stringContaining('UNAVAILABLE') },
  'rate-limit': { kind: 'retry', message: expect.stringContaining('RATE_LIMITED'), afterMs: 900_000 },
  replaced: { kind: 'retry', message: expect.stringContaining('somebody else') },
  'no-authorization': { kind: 'incident', message: expect.stringContaining('INSUFFICIENT_ACCESS') },
};

/** What each connector of the CRM must live through: its faults, an ended session, a wrong secret. */
export const itMeetsTheFaultsOfTheCrm = <I extends TObject, O extends TSchema, C extends string>(
  world: World,
  connector: ConnectorDefinition<I, O, C>,
): void => {
  it.each(Object.entries(EXPECTED) as [FaultMode, object][])('answers the fault "%s"', async (mode, expected) => {
    // Signed in before, so that the fault meets the question and not the sign-in.
    await world.run(connector, connector.example);
    await world.setFault('crm', mode);

    const hasty = mode === 'timeout' ? { ...connector, timeoutMs: 250 } : connector;
    expect(await world.run(hasty, connector.example)).toMatchObject(expected);
  });

  it('signs in anew when the CRM ended its session', async () => {
    const before = await world.run(connector, connector.example);
    await fetch(`${world.sandbox().url}/_crm/sessions`, { method: 'DELETE' });

    expect(await world.run(connector, connector.example)).toMatchObject({ kind: before.kind });
  });

  it('waits for a person when its secret is wrong', async () => {
    const housing = { ...world.sandbox().crm, clientSecret: 'wrong' };
    const outcome = await world.run(connector, connector.example, {
      secrets: { CRM_ACCESS: JSON.stringify({ housing }) },
    });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('secret') });
  });

  it('works for nobody with the CRM of another administration', async () => {
    const secrets = { CRM_ACCESS: JSON.stringify({ taxi: world.sandbox().crm }) };
    const outcome = await world.run(connector, connector.example, { secrets });

    expect(outcome).toMatchObject({
      kind: 'incident',
      message: expect.stringContaining('configure a CRM for housing'),
    });
  });
};
