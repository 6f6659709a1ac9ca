import { runConnector } from '@irisflow/connector-sdk';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { describe, expect, it } from 'vitest';

import { beSocialAttestation, beTaxAttestation } from '../index.ts';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

const companies = { subject: '0999999031', successor: '0999999229' };

describe.each([
  { connector: beTaxAttestation, source: 'tax-attestation', owes: '0999999130', prefix: 'TAX' },
  { connector: beSocialAttestation, source: 'social-attestation', owes: '0999999229', prefix: 'SOC' },
] as const)('$source', ({ connector, source, owes, prefix }) => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, connector, source, companies);

  it('says that a company owes nothing, and until when that counts', async () => {
    const outcome = await world.run(connector, { enterpriseNumber: 'BE 0999.999.031' });

    expect(outcome).toMatchObject({
      kind: 'output',
      output: {
        attestationId: `${prefix}-0999999031`,
        hasDebts: false,
        asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        validUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      },
    });
  });

  it('says that another one owes something, and never what', async () => {
    const outcome = await world.run(connector, { enterpriseNumber: owes });

    expect(outcome).toMatchObject({ output: { hasDebts: true } });
    expect(JSON.stringify(outcome)).not.toContain('amount');
  });

  it('knows no company that was struck off', async () => {
    expect(await world.run(connector, { enterpriseNumber: '1999999052' })).toMatchObject({ code: 'NO_DATA' });
  });

  it.each(['0999999328', '0999999032'])('answers ID_UNKNOWN to %s', async (enterpriseNumber) => {
    expect(await world.run(connector, { enterpriseNumber })).toMatchObject({ code: 'ID_UNKNOWN' });
  });

  it('waits for a person when the answer has another shape: no word about debts is no clean record', async () => {
    const text = JSON.stringify({ attestationId: 'x', asOf: '2026-01-01', validUntil: '2026-03-31' });
    const [secret = ''] = connector.secrets ?? [];
    const [setting = ''] = connector.settings ?? [];
    const outcome = await runConnector(connector, connector.example, {
      caseHandle: handleOf('case-1'),
      settings: { [setting]: 'https://attestations.example/' },
      secrets: { [secret]: 'token' },
      consultations: world.consultations,
      fetch: async () => ({ status: 200, headers: {}, bytes: Buffer.from(text), text }),
    });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining('agreed shape') });
  });
});
