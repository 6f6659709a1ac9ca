import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signedInAs } from '../journeys/kit/front-door.ts';
import {
  createInstallation,
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from '../journeys/kit/irisflow-process.ts';
import { waitFor } from '../journeys/kit/wait-for.ts';

const stories = readdirSync(path.resolve(import.meta.dirname, '../demo')).length;

let installation: Installation;
let server: IrisflowProcess;

beforeAll(async () => {
  installation = await createInstallation({ IRISFLOW_DEMO_CASES: 'true' });
  server = await startIrisflow(installation);
}, 240_000);
afterAll(async () => {
  await server?.stop();
  removeInstallation(installation);
});

test('whoever starts a demonstration finds cases of every procedure at work, and a second start adds none', async () => {
  // given a first start, that plays its cases while people look around
  const told = await waitFor(
    'the cases',
    async () => /(\d+) cases of the demonstration/.exec(server.output())?.[1],
    150,
  );

  // then every story came to its end, and those who sign in have something to see
  expect(Number(told), server.output()).toBe(stories);
  const nadia = await signedInAs(installation.webUrl, 'Nadia Lambert');
  const { items } = await nadia.get<{ items: { procedureKey: string }[] }>('/tasks?view=unassigned&limit=100');
  expect(new Set(items.map(({ procedureKey }) => procedureKey))).toContain('rent-allowance');
  const ines = await signedInAs(installation.webUrl, 'Inès ');
  expect(await ines.get<object[]>('/my/rights')).toHaveLength(2);
  const before = await ines.get<object[]>('/my/cases');

  // when it is started again
  await server.stop();
  server = await startIrisflow(installation);

  // then nothing is played twice
  expect(await (await signedInAs(installation.webUrl, 'Inès ')).get('/my/cases')).toHaveLength(before.length);
  expect(server.output()).not.toContain('cases of the demonstration');
}, 300_000);
