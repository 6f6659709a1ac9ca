import { caseStatuses, type CaseStatus } from '@irisflow/client';
import { isLocale, type Locale } from '@irisflow/ui';

/** What the list of cases shows; all of it stands in the address. */
export interface CaseFilters {
  readonly search?: string;
  readonly status?: CaseStatus;
  /** An own status of a procedure, `<procedure>/<key>`. */
  readonly own?: string;
  readonly language?: Locale;
}

const names = ['search', 'status', 'own', 'language'] as const;
const MAX_SEARCH = 200;

/** Reads the filters of an address; what is unknown there is left out. */
export const readCaseFilters = (address: URLSearchParams): CaseFilters => {
  const search = address.get('search')?.slice(0, MAX_SEARCH);
  const status = caseStatuses.find((known) => known === address.get('status'));
  const own = address.get('own')?.slice(0, MAX_SEARCH);
  const language = address.get('language') ?? '';
  return {
    ...(search && { search }),
    ...(status && { status }),
    ...(own && { own }),
    ...(isLocale(language) && { language }),
  };
};

/** The address of the list of cases under some filters. */
export const casesAddress = (filters: { readonly [N in keyof CaseFilters]?: CaseFilters[N] | undefined }): string => {
  const address = new URLSearchParams();
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined && value !== '') address.set(name, value);
  }
  return address.size === 0 ? '/cases' : `/cases?${address.toString()}`;
};
