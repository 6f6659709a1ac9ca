import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RestUnderTest, startRestUnderTest } from '../../../testing/rest-under-test.ts';

describe('evaluation', () => {
  let rest: RestUnderTest;
  const evaluate = (expression: string, variables?: Record<string, unknown>) =>
    rest.ask('POST', '/expression/evaluation', { expression, variables });

  beforeAll(async () => {
    rest = await startRestUnderTest(usualStore);
  });
  afterAll(() => rest.stop());

  test.each([
    ['=a + b', { a: 1, b: 2 }, 3],
    ['=if income > 100 then "high" else "low"', { income: 50 }, 'low'],
    ['=[1, 2, 3][item > 1]', {}, [2, 3]],
    ['={ name: person.name }', { person: { name: 'Ada' } }, { name: 'Ada' }],
    ['just text', {}, 'just text'],
    ['=date("2026-01-01") + duration("P1D")', {}, '2026-01-02'],
  ])('of %s gives its value', async (expression, variables, result) => {
    expect(await evaluate(expression, variables)).toMatchObject({
      status: 200,
      body: { expression, result, warnings: [] },
    });
  });

  test('says what became null on the way', async () => {
    const { body } = await evaluate('=missing + 1');
    expect(body).toMatchObject({
      result: null,
      warnings: expect.arrayContaining([{ message: expect.stringContaining('null and number') }]),
    });
  });

  test.each([
    ['=1 +', 'Expected a FEEL expression'],
    ['=sum(for a in 1..90000 return sum(for b in 1..90000 return b))', 'Expected to evaluate the expression'],
    [`=${'('.repeat(500)}1${')'.repeat(500)}`, 'Expected a FEEL expression'],
  ])('of %s is refused with the reason', async (expression, detail) => {
    expect(await evaluate(expression)).toMatchObject({
      status: 400,
      body: { detail: expect.stringContaining(detail) },
    });
  });

  test('of names that objects are born with finds nothing', async () => {
    expect((await evaluate('=constructor')).body['result']).toBeNull();
    expect((await evaluate('=toString')).body['result']).toBeNull();
  });

  test('of conditions starts nothing where no process has any, and knows the process that is named', async () => {
    const none = await rest.ask('POST', '/conditionals/evaluation', { variables: { a: 1 } });
    expect(none).toMatchObject({ status: 200, body: { processInstances: [], tenantId: '<default>' } });
    const unknown = await rest.ask('POST', '/conditionals/evaluation', { processDefinitionKey: '1', variables: {} });
    expect(unknown.status).toBe(404);
  });

  test('of the license and of the use answers honestly', async () => {
    expect((await rest.ask('GET', '/license')).body).toMatchObject({ licenseType: 'Apache-2.0', isCommercial: false });
    const times = 'startTime=2020-01-01T00:00:00Z&endTime=2100-01-01T00:00:00Z';
    expect((await rest.ask('GET', `/system/usage-metrics?${times}&withTenants=true`)).body).toMatchObject({
      processInstances: 0,
      activeTenants: 0,
      tenants: {},
    });
    expect((await rest.ask('GET', '/system/usage-metrics')).status).toBe(400);
    expect((await rest.ask('GET', '/system/usage-metrics?startTime=a&endTime=b')).status).toBe(400);
  });
});
