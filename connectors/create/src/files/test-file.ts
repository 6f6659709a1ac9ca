import type { ConnectorDraft } from '../connector-draft.ts';
import { exampleOf } from '../example-of.ts';
import { camelCase, nameOfType } from '../names.ts';
import { exampleInput, fileNameOf, secretOf } from './definition-file.ts';

/** A test against a source that really listens: what is asked, what comes back, and that there may be nothing. */
export const testFile = (draft: ConnectorDraft): string => {
  const name = camelCase(nameOfType(draft.type));
  const secret = secretOf(draft);
  const answer = Object.keys(draft.output).length === 0 ? {} : exampleOf(draft.output);
  const surroundings = `{ settings: { SOURCE_URL: source.url }${secret === null ? '' : `, secrets: { ${secret}: 'of-a-test' }`} }`;
  const nothing = draft.knowsNothing
    ? `
test('that there is nothing is an answer', async () => {
  const source = await startTestServer(() => ({ status: 404 }));
  const outcome = await runConnector(${name}, ${name}.example, ${surroundings});
  await source.stop();
  assert.equal(outcome.kind === 'bpmnError' && outcome.code, 'NO_DATA');
});
`
    : '';
  return `import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runConnector, startTestServer } from '@irisflow/connector-sdk/testing';
import { ${name} } from './${fileNameOf(draft)}.js';

const answer = ${JSON.stringify(answer, null, 2)};

test('asks the source and hands on what it answers', async () => {
  const source = await startTestServer(() => ({ body: answer }));
  const outcome = await runConnector(${name}, ${JSON.stringify(exampleInput(draft))}, ${surroundings});
  await source.stop();
  assert.deepEqual(outcome.kind === 'output' && outcome.variables, { ${name}: answer }, JSON.stringify(outcome));
  assert.equal(source.seen[0]?.method, '${draft.method}');
});

test('a source that is down is tried again later', async () => {
  const source = await startTestServer(() => ({ status: 503 }));
  const outcome = await runConnector(${name}, ${name}.example, ${surroundings});
  await source.stop();
  assert.equal(outcome.kind, 'retry');
});
${nothing}`;
};
