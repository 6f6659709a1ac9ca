import type { PageRequest, SortClause } from '@irisflow/protocol';
import { type Static, type TObject, Type } from 'typebox';
import type { Condition } from '../../storage/search/binder.ts';
import type { Noun } from '../../storage/search/noun.ts';
import { find, search, type SearchRequest } from '../../storage/search/search.ts';
import { gives } from './answer.ts';
import { pageSchema, searchSchema, type ViewTraits, viewSchema } from './noun-schemas.ts';
import { keyOf } from './parts.ts';
import { badRequest, notFound } from './problem.ts';
import { type Call, ok, type RestContext, type Route, route } from './route.ts';
import { SearchBody } from './schemas.ts';

type Body = Static<typeof SearchBody>;

const DEFAULT_LIMIT = 100;

const pageOf = ({ page }: Body): PageRequest => {
  const { from, after, before } = page ?? {};
  const limit = page?.limit ?? DEFAULT_LIMIT;
  if (typeof after === 'string' && typeof before === 'string') {
    throw badRequest('Expected a page after a cursor or before one, but both are given');
  }
  if (typeof after === 'string') return { after, limit };
  if (typeof before === 'string') return { before, limit };
  return { from: from ?? 0, limit };
};

const sortOf = ({ sort }: Body): SortClause<string>[] =>
  (sort ?? []).map(({ field, order }) => ({ field, order: order?.toUpperCase() === 'DESC' ? 'DESC' : 'ASC' }));

const searchRequestOf = (body: Body): Omit<SearchRequest, 'tenantIds'> => ({
  filter: body.filter ?? {},
  sort: sortOf(body),
  page: pageOf(body),
});

interface NounTraits<Row, View> extends ViewTraits {
  readonly summary: string;
  readonly noun: Noun<Row, View>;
  /** Makes of what was found what is shown. */
  readonly complete?: (items: readonly View[], context: RestContext) => Promise<readonly unknown[]>;
}

interface SearchTraits<Row, View, Query extends TObject> extends NounTraits<Row, View> {
  readonly query?: Query;
  /** Another form of the noun, when the query asks for it. */
  readonly nounFor?: (call: Call<unknown, Static<Query>>) => Noun<Row, View>;
  /** Narrows the search to what belongs to the address. */
  readonly within?: (call: Call, context: RestContext) => Promise<Condition>;
}

/** `POST path`: one page of what matches. */
export const searchRoute = <Row, View, Query extends TObject = TObject>(
  path: `/${string}`,
  { summary, noun, complete, query, nounFor, within, ...view }: SearchTraits<Row, View, Query>,
): Route => ({
  ...route<typeof SearchBody, Query>(
    `POST ${path}`,
    {
      summary,
      body: SearchBody,
      answer: gives(pageSchema(viewSchema(noun, view))),
      ...(query === undefined ? {} : { query }),
    },
    async (call, context) => {
      const narrowing = within === undefined ? {} : { within: await within(call, context) };
      const { tenantIds } = context.engine;
      const asked = { ...searchRequestOf(call.body), ...narrowing, tenantIds };
      const found = await search(context.database, nounFor?.(call) ?? noun, asked);
      const items = complete === undefined ? found.items : await complete(found.items, context);
      return ok({ items, page: found.page });
    },
  ),
  // The description lists the fields; the search itself names them better in its refusals.
  body: searchSchema(noun),
});

interface FindTraits<Row, View> extends NounTraits<Row, View> {
  /** For the message when there is none, e.g. `user task`. */
  readonly called: string;
}

/** `GET path/:key`: one of the noun. */
export const findRoute = <Row, View>(
  path: `/${string}`,
  { summary, noun, called, complete, ...view }: FindTraits<Row, View>,
): Route =>
  route(`GET ${path}/:key`, { summary, answer: gives(viewSchema(noun, view)) }, async (call, context) => {
    const key = noun.identity.type === 'text' ? (call.params['key'] ?? '') : keyOf(call);
    const found = await find(context.database, noun, { identity: key, tenantIds: context.engine.tenantIds });
    if (found === null)
      throw notFound(`Expected to find a ${called} with key '${key.slice(0, 100)}', but there is none`);
    const [item] = complete === undefined ? [found] : await complete([found], context);
    return ok(item);
  });

/** The whole list at once, for lists that the diagram or the call tree bounds. */
export const listSchema = (item: Parameters<typeof pageSchema>[0]) => Type.Object({ items: Type.Array(item) });
