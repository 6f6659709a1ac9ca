import { expect, test } from 'vitest';
import { describeRestApi } from '../../index.ts';
import { catalog } from './routes/catalog.ts';

const description = describeRestApi() as {
  readonly paths: Record<string, Record<string, { operationId: string; summary: string }>>;
  readonly components: { readonly schemas: Record<string, unknown> };
};
const operations = Object.values(description.paths).flatMap((path) => Object.values(path));

test('describes every route once, with a sentence', () => {
  expect(operations).toHaveLength(catalog.length);
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(catalog.length);
  expect(operations.filter(({ summary }) => !/^[A-Z].*\.$/.test(summary))).toEqual([]);
});

test('refers only to schemas that are there', () => {
  const named = new Set(Object.keys(description.components.schemas));
  const references = [...JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(
    ([, name]) => name,
  );
  expect(references.filter((name) => name === undefined || !named.has(name))).toEqual([]);
});

test('keeps properties that are called title', () => {
  const batch = JSON.stringify(description.paths['/documents/batch']);
  expect(batch).toContain('"title":{"type":"string"}');
});
