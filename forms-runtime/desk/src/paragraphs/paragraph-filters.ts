/** What the list of paragraphs shows: those in use where nothing is chosen. */
export const paragraphShows = ['inUse', 'untranslated', 'retired'] as const;

/** All of it stands in the address. */
export interface ParagraphFilters {
  readonly search?: string;
  readonly procedure?: string;
  readonly show: (typeof paragraphShows)[number];
}

const MAX_SEARCH = 200;

/** Reads the filters of an address; what is unknown there is left out. */
export const readParagraphFilters = (address: URLSearchParams): ParagraphFilters => {
  const search = address.get('search')?.slice(0, MAX_SEARCH);
  const procedure = address.get('procedure')?.slice(0, 64);
  return {
    show: paragraphShows.find((known) => known === address.get('show')) ?? 'inUse',
    ...(search && { search }),
    ...(procedure && { procedure }),
  };
};

/** The address of the library under some filters. */
export const paragraphsAddress = ({
  search,
  procedure,
  show,
}: { [N in keyof ParagraphFilters]?: string | undefined }) => {
  const address = new URLSearchParams();
  if (search !== undefined) address.set('search', search);
  if (procedure !== undefined) address.set('procedure', procedure);
  if (show !== undefined && show !== 'inUse') address.set('show', show);
  return address.size === 0 ? '/paragraphs' : `/paragraphs?${address.toString()}`;
};
