import { expect, it } from 'vitest';
import { operations, type Operation } from './contract/index.ts';

interface Schema {
  readonly type?: string;
  readonly minLength?: number;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What people write for people to read. */
const isWords = (name: string): boolean =>
  ['reason', 'text', 'summary', 'note', 'recipient', 'proof', 'name', 'lastName', 'question'].includes(name);

const emptyWords = (schema: Schema, path: string): string[] => [
  ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    ...(isWords(name) && property.minLength === 1 && property.pattern === undefined ? [`${path}.${name}`] : []),
    ...emptyWords(property, `${path}.${name}`),
  ]),
  ...(schema.items === undefined ? [] : emptyWords(schema.items, `${path}[]`)),
  ...(schema.anyOf ?? []).flatMap((option) => emptyWords(option, path)),
];

it('words that have to be said show something: marks of no width are none', () => {
  const found = Object.entries<Operation>(operations).flatMap(([id, { body }]) =>
    body === undefined || body === 'file' ? [] : emptyWords(body as Schema, id),
  );
  expect(found).toEqual([]);
});
