import { runConnector } from '@irisflow/connector-sdk';
import { describe, expect, it } from 'vitest';

import { beTaxableIncome } from '../index.ts';
import { handleOf } from '@irisflow/connector-sdk/testing';
import { itMeetsEveryFault, useSandboxWorld } from '../testing/sandbox-world.ts';

describe('the taxable income', () => {
  const world = useSandboxWorld();
  itMeetsEveryFault(world, beTaxableIncome, 'taxable-income');

  it('adds up joint and separate income of a couple to the cent', async () => {
    const outcome = await world.run(beTaxableIncome, {
      nationalNumbers: ['79000090179', '81000090421'],
      incomeYear: 2021,
    });

    expect(outcome).toMatchObject({
      kind: 'output',
      output: {
        incomeYear: 2021,
        total: 18_850.25,
        people: [
          { nationalNumber: '79000090179', jointTaxable: 12_900, separateTaxable: 0 },
          { nationalNumber: '81000090421', jointTaxable: 1_850.25, separateTaxable: 4_100 },
        ],
      },
    });
    expect(world.records.map(({ subject }) => subject)).toEqual(['79000090179', '81000090421']);
  });

  it('keeps the one cent that decides', async () => {
    const input = { nationalNumbers: ['83000090760', '85000091002'], incomeYear: 2021 };

    expect(await world.run(beTaxableIncome, input)).toMatchObject({ output: { total: 20_485.34 } });
  });

  it('counts income of a joint assessment once a couple, and names the year of the assessment', async () => {
    const couple: Readonly<Record<string, string>> = { '79000090179': '81000090421', '81000090421': '79000090179' };
    const leaf = (name: string, text: string) => `<${name}>${text}</${name}>`;
    const outcome = await runConnector(
      beTaxableIncome,
      { nationalNumbers: Object.keys(couple), incomeYear: 2021 },
      {
        caseHandle: handleOf('case-1'),
        settings: { TAXABLE_INCOME_URL: 'https://income.example/soap' },
        secrets: { TAXABLE_INCOME_TOKEN: 'token' },
        consultations: world.consultations,
        fetch: async ({ body }) => {
          const [, ssin = ''] = /<i:ssin>(\d+)</.exec(String(body)) ?? [];
          const said = [
            leaf('assessmentStatus', 'established'),
            leaf('jointTaxable', '15000.25'),
            leaf('separateTaxable', ssin === '79000090179' ? '100.00' : '0.00'),
            leaf('jointAssessmentWith', couple[ssin] ?? ''),
          ];
          const text = leaf('x', said.join(''));
          return { status: 200, headers: { 'content-type': 'text/xml' }, bytes: Buffer.from(text), text };
        },
      },
    );

    expect(outcome).toMatchObject({
      output: {
        assessmentYear: 2022,
        total: 15_100.25,
        people: [
          { jointTaxable: 15_000.25, separateTaxable: 100, jointAssessmentWith: '81000090421' },
          { jointTaxable: 0, separateTaxable: 0, jointAssessmentWith: '79000090179' },
        ],
      },
    });
  });

  it('answers NO_DATA with what is known when one of two has no assessment', async () => {
    const outcome = await world.run(beTaxableIncome, {
      nationalNumbers: ['76000091601', '74000091557'],
      incomeYear: 2021,
    });

    expect(outcome).toMatchObject({
      kind: 'bpmnError',
      code: 'NO_DATA',
      variables: { missing: ['74000091557'], people: [{ nationalNumber: '76000091601', jointTaxable: 11_000 }] },
    });
  });

  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><x>&y;</x>', 'document type'],
    ['broken XML', '<x><y></x>', 'well-formed'],
    ['another shape', '<x><assessmentStatus>maybe</assessmentStatus></x>', 'agreed shape'],
  ])('waits for a person when the source answers with %s', async (_, text, found) => {
    const outcome = await runConnector(beTaxableIncome, beTaxableIncome.example, {
      caseHandle: handleOf('case-1'),
      settings: { TAXABLE_INCOME_URL: 'https://income.example/soap' },
      secrets: { TAXABLE_INCOME_TOKEN: 'token' },
      consultations: world.consultations,
      fetch: async () => ({ status: 200, headers: { 'content-type': 'text/xml' }, bytes: Buffer.from(text), text }),
    });

    expect(outcome).toMatchObject({ kind: 'incident', message: expect.stringContaining(found) });
  });
});
