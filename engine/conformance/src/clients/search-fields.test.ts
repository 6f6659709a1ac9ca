import { usualStore } from '@irisflow/database/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld } from '../kit/start-world.ts';
import type { World } from '../kit/world.ts';

type Schema = Readonly<Record<string, unknown>>;

interface Description {
  readonly paths: Readonly<Record<string, { readonly post?: { readonly requestBody: Schema } }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const createReader = ({ components }: Description) => {
  const resolved = (schema: Schema): Schema =>
    typeof schema['$ref'] === 'string' ? (components.schemas[schema['$ref'].split('/').at(-1) ?? ''] ?? {}) : schema;
  /** The parts of a union that are not null. */
  const parts = (schema: Schema): readonly Schema[] => {
    const whole = resolved(schema);
    const union = whole['anyOf'] as readonly Schema[] | undefined;
    return union === undefined ? [whole] : union.flatMap(parts).filter(({ type }) => type !== 'null');
  };
  const fieldsOf = (schema: Schema): ReadonlyMap<string, Schema> =>
    new Map(parts(schema).flatMap(({ properties }) => Object.entries((properties ?? {}) as Record<string, Schema>)));

  /** Something that follows the schema; it need not find anything. */
  const valueOf = (schema: Schema): unknown => {
    const [first = {}] = parts(schema);
    if (first['const'] !== undefined) return first['const'];
    if (first['type'] === 'array') return [valueOf((first['items'] ?? {}) as Schema)];
    if (first['type'] === 'integer') return 1;
    if (first['type'] === 'boolean') return true;
    if (first['format'] === 'date-time') return '2026-01-01T00:00:00Z';
    if (first['properties'] !== undefined) return objectOf(fieldsOf(first));
    return typeof first['pattern'] === 'string' ? '1' : 'x';
  };
  const objectOf = (fields: ReadonlyMap<string, Schema>): object =>
    Object.fromEntries([...fields].map(([name, schema]) => [name, valueOf(schema)]));
  const itemOf = (schema: Schema): Schema =>
    (parts(schema).find(({ type }) => type === 'array')?.['items'] ?? {}) as Schema;
  const sortFields = (sort: Schema): readonly string[] =>
    parts(fieldsOf(itemOf(sort)).get('field') ?? {}).map((name) => String(name['const']));
  return { fieldsOf, valueOf, objectOf, sortFields };
};

/** Filters and sorts of one search, each alone, as clients may send them. */
const requestsOf = (description: Description, body: Schema): readonly object[] => {
  const { fieldsOf, valueOf, objectOf, sortFields } = createReader(description);
  const content = body['content'] as Readonly<Record<string, { readonly schema: Schema }>>;
  const asked = fieldsOf(content['application/json']?.schema ?? {});
  const filters = [...fieldsOf(asked.get('filter') ?? {})].filter(([name]) => name !== '$or');
  const filterBy = filters.flatMap(([name, schema]) => {
    const operators = [...fieldsOf(schema)].filter(([operator]) => operator.startsWith('$'));
    return [valueOf(schema), ...(operators.length > 0 ? [objectOf(new Map(operators))] : [])].map((value) => ({
      [name]: value,
    }));
  });
  return [
    ...filterBy.map((filter) => ({ filter })),
    { filter: { $or: filterBy } },
    ...sortFields(asked.get('sort') ?? {}).flatMap((field) =>
      ['ASC', 'DESC'].map((order) => ({ sort: [{ field, order }] })),
    ),
  ];
};

describe.each([usualStore])('every field that a search describes is searched and sorted by on %s', (kind) => {
  let world: World;
  let description: Description;
  beforeAll(async () => {
    world = await startWorld(kind);
    description = (await world.rest.ask('GET', '/openapi.json')).body as unknown as Description;
  });
  afterAll(() => world.stop());

  test('without a fault', async () => {
    const searches = Object.entries(description.paths).flatMap(([path, { post }]) =>
      path.endsWith('/search') && post !== undefined && !path.startsWith('/user-tasks/{')
        ? [[path, post] as const]
        : [],
    );
    expect(searches.length).toBeGreaterThan(15);
    const faults: string[] = [];
    for (const [path, { requestBody }] of searches) {
      const requests = requestsOf(description, requestBody);
      expect(requests.length, path).toBeGreaterThan(15);
      for (const request of requests) {
        const { status, text } = await world.rest.ask('POST', path.replace('{key}', '1'), request);
        if (status !== 200) faults.push(`${path} ${JSON.stringify(request)}: ${text}`);
      }
    }
    expect(faults).toEqual([]);
    expect(world.rest.engine.failures).toEqual([]);
  });
});
