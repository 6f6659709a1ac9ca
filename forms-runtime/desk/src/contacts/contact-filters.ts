import type { ContactKind, ContactState } from '@irisflow/client';

export const contactStates = ['open', 'answered'] as const satisfies readonly ContactState[];
export const contactKinds = ['question', 'complaint', 'documents'] as const satisfies readonly ContactKind[];

/** What still has to be done with open ones. */
export const contactWaits = ['due', 'withoutCase'] as const;

/** What the list of contacts shows; all of it stands in the address. */
export interface ContactFilters {
  readonly search?: string;
  readonly state?: ContactState;
  readonly kind?: ContactKind;
  readonly waiting?: (typeof contactWaits)[number];
}

const names = ['search', 'state', 'kind', 'waiting'] as const;
const MAX_SEARCH = 200;

/** Reads the filters of an address; what is unknown there is left out. */
export const readContactFilters = (address: URLSearchParams): ContactFilters => {
  const search = address.get('search')?.slice(0, MAX_SEARCH);
  const state = contactStates.find((known) => known === address.get('state'));
  const kind = contactKinds.find((known) => known === address.get('kind'));
  const waiting = contactWaits.find((known) => known === address.get('waiting'));
  return {
    ...(search && { search }),
    ...(state && { state }),
    ...(kind && { kind }),
    ...(waiting && { waiting }),
  };
};

/** The address of the list of contacts under some filters. */
export const contactsAddress = (filters: {
  readonly [N in keyof ContactFilters]?: ContactFilters[N] | undefined;
}): string => {
  const address = new URLSearchParams();
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined && value !== '') address.set(name, value);
  }
  return address.size === 0 ? '/contacts' : `/contacts?${address.toString()}`;
};
