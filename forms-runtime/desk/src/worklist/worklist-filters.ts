import { isLocale, type Locale } from '@irisflow/ui';

export const worklistViews = ['mine', 'unassigned', 'team', 'overdue', 'done'] as const;
export type WorklistView = (typeof worklistViews)[number];

export const worklistSorts = ['due', 'priority', 'created'] as const;
export type WorklistSort = (typeof worklistSorts)[number];

/** What the worklist shows; all of it stands in the address, so that a list can be bookmarked and sent around. */
export interface WorklistFilters {
  readonly view: WorklistView;
  readonly sort: WorklistSort;
  readonly procedure?: string;
  /** Id of the step in the process. */
  readonly element?: string;
  readonly language?: Locale;
  readonly search?: string;
}

/** What was done comes from the last on, what is overdue from the longest on: there is nothing to choose. */
export const hasOwnOrder = ({ view }: WorklistFilters): boolean => view === 'done' || view === 'overdue';

/** A name that stays unset when there is nothing to say. */
type FilterName = Exclude<keyof WorklistFilters, 'view' | 'sort'>;
export const filterNames: readonly FilterName[] = ['search', 'procedure', 'element', 'language'];

const MAX_SEARCH = 200;

const oneOf = <T extends string>(known: readonly T[], found: string | null): T | undefined =>
  known.find((value) => value === found);

/** Reads the filters of an address; what is unknown there is left out. */
export const readWorklistFilters = (address: URLSearchParams): WorklistFilters => {
  const procedure = address.get('procedure');
  const element = address.get('element');
  const language = address.get('language') ?? '';
  const search = address.get('search')?.slice(0, MAX_SEARCH);
  return {
    view: oneOf(worklistViews, address.get('view')) ?? 'mine',
    sort: oneOf(worklistSorts, address.get('sort')) ?? 'due',
    ...(procedure && { procedure }),
    ...(element && { element }),
    ...(isLocale(language) && { language }),
    ...(search && { search }),
  };
};

/** The filters as the query of an address, without what goes without saying. */
export const writeWorklistFilters = (filters: WorklistFilters): string => {
  const address = new URLSearchParams();
  if (filters.view !== 'mine') address.set('view', filters.view);
  for (const name of filterNames) {
    const value = filters[name];
    if (value !== undefined && value !== '') address.set(name, value);
  }
  if (filters.sort !== 'due') address.set('sort', filters.sort);
  return address.toString();
};

/** The address of the worklist under some filters. */
export const worklistAddress = (filters: WorklistFilters): string => {
  const query = writeWorklistFilters(filters);
  return query === '' ? '/' : `/?${query}`;
};

/** The same in full: the bare address opens with the view that somebody chose to begin with. */
export const listAddress = (filters: WorklistFilters): string => {
  const address = worklistAddress(filters);
  return address === '/' ? '/?view=mine' : address;
};

/** The same list without filters. */
export const withoutFilters = ({ view, sort }: WorklistFilters): WorklistFilters => ({ view, sort });

export const hasFilters = (filters: WorklistFilters): boolean =>
  filterNames.some((name) => filters[name] !== undefined);
