import { variablePreviews, wholeVariables } from '../../../storage/search/nouns/variable.ts';
import type { Call, Route } from '../route.ts';
import { findRoute, searchRoute } from '../search-routes.ts';

/** Long values are cut unless the address says `truncateValues=false`. */
export const variablesFor = ({ query }: Call) =>
  query['truncateValues'] === 'false' ? wholeVariables : variablePreviews;

export const variableRoutes: readonly Route[] = [
  searchRoute('/variables/search', { noun: variablesFor }),
  findRoute('/variables', { noun: wholeVariables, called: 'variable' }),
];
