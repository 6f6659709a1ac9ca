/** One page of a search: by offset, or by an opaque cursor from a page before. */
export type PageRequest =
  | { readonly from: number; readonly limit: number }
  | { readonly after: string; readonly limit: number }
  | { readonly before: string; readonly limit: number };

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: {
    readonly totalItems: number;
    readonly hasMoreTotalItems: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface SortClause<Field extends string> {
  readonly field: Field;
  readonly order: 'ASC' | 'DESC';
}
