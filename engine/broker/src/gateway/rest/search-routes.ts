import type { PageRequest, SortClause } from '@irisflow/protocol';
import type { Static } from 'typebox';
import type { Condition } from '../../storage/search/binder.ts';
import type { Noun } from '../../storage/search/noun.ts';
import { find, search, type SearchRequest } from '../../storage/search/search.ts';
import { keyOf } from './parts.ts';
import { badRequest, notFound } from './problem.ts';
import { type Call, ok, reading, type RestContext, type Route, route } from './route.ts';
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
  (sort ?? []).map(({ field, order }) => ({ field, order: order ?? 'ASC' }));

export const searchRequestOf = (body: Body): SearchRequest => ({
  filter: body.filter ?? {},
  sort: sortOf(body),
  page: pageOf(body),
});

export interface SearchRouteOptions<Row, View> {
  /** The noun; it may depend on the query of the address. */
  readonly noun: (call: Call) => Noun<Row, View>;
  /** Narrows the search to what belongs to the address. */
  readonly within?: (call: Call, context: RestContext) => Promise<Condition>;
  /** Adds what only the diagrams know. */
  readonly complete?: (items: readonly View[], context: RestContext) => Promise<readonly unknown[]>;
}

/** `POST path`: one page of what matches. */
export const searchRoute = <Row, View>(path: string, options: SearchRouteOptions<Row, View>): Route =>
  route('POST', path, SearchBody, async (call, context) => {
    const { noun, within, complete } = options;
    const narrowing = within === undefined ? {} : { within: await within(call, context) };
    const found = await search(context.database, noun(call), { ...searchRequestOf(call.body), ...narrowing });
    const items = complete === undefined ? found.items : await complete(found.items, context);
    return ok({ items, page: found.page });
  });

export interface FindRouteOptions<Row, View> {
  readonly noun: Noun<Row, View>;
  /** For the message when there is none, e.g. `user task`. */
  readonly called: string;
  readonly complete?: (items: readonly View[], context: RestContext) => Promise<readonly unknown[]>;
}

/** `GET path/:key`: one of the noun. */
export const findRoute = <Row, View>(path: string, options: FindRouteOptions<Row, View>): Route =>
  reading(`${path}/:key`, async (call, context) => {
    const { noun, called, complete } = options;
    const key = noun.identity.type === 'text' ? (call.params['key'] ?? '') : keyOf(call);
    const found = await find(context.database, noun, key);
    if (found === null) throw notFound(`Expected to find a ${called} with key '${key}', but there is none`);
    const [item] = complete === undefined ? [found] : await complete([found], context);
    return ok(item);
  });
