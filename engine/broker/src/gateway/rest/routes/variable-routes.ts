import { variablePreviews, wholeVariables } from '../../../storage/search/nouns/variable.ts';
import { type Static, Type } from 'typebox';
import type { Call, Route } from '../route.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

const Truncation = Type.Object({
  truncateValues: Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')])),
});

/** Long values are cut unless the address says `truncateValues=false`. */
export const variablesInSearch = {
  noun: variablePreviews,
  query: Truncation,
  nounFor: ({ query }: Call<unknown, Static<typeof Truncation>>) =>
    query.truncateValues === 'false' ? wholeVariables : variablePreviews,
};

export const variableRoutes: readonly Route[] = [
  searchRoute('/variables/search', { summary: 'Finds variables.', ...variablesInSearch }),
  findRoute('/variables', {
    summary: 'Shows one variable with its whole value.',
    noun: wholeVariables,
    called: 'variable',
  }),
];
