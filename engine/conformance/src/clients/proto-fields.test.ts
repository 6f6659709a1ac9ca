import { fileURLToPath } from 'node:url';
import { loadSync } from '@grpc/proto-loader';
import { expect, test } from 'vitest';

interface Field {
  readonly name: string;
  readonly number: number;
  readonly type: string;
}

/** What a message of the protocol contains, and which calls there are, one line each. */
const linesOf = (file: string): readonly string[] =>
  Object.entries(loadSync(file, { keepCase: true })).flatMap(([name, definition]) => {
    if (!('type' in definition)) return Object.keys(definition).map((call) => `${name}.${call}`);
    const { field = [] } = definition.type as { readonly field?: readonly Field[] };
    return field.map((one) => `${name}.${one.name} = ${one.number}, ${one.type}`);
  });

const besides = (client: string, path: string): string => fileURLToPath(new URL(path, import.meta.resolve(client)));
const ours = new Set(linesOf(fileURLToPath(new URL('../../../broker/proto/gateway.proto', import.meta.url))));

test.each([
  ['@camunda8/sdk', besides('@camunda8/sdk', './proto/zeebe.proto')],
  ['zeebe-node', besides('zeebe-node', '../proto/zeebe.proto')],
])('the protocol has every call and every field that %s knows', (_client, file) => {
  const known = linesOf(file);
  expect(known.length).toBeGreaterThan(150);
  expect(known.filter((line) => !ours.has(line))).toEqual([]);
});
