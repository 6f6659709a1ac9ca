const names = ['search', 'action', 'from', 'to'] as const;
const MAX_LENGTH = 200;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What the audit shows; all of it stands in the address. */
export type AuditFilters = { readonly [N in (typeof names)[number]]?: string };

const isFit = (name: (typeof names)[number], value: string): boolean =>
  name === 'from' || name === 'to' ? DAY.test(value) && !Number.isNaN(Date.parse(value)) : value !== '';

/** Reads the filters of an address; what makes no sense there is left out. */
export const readAuditFilters = (address: URLSearchParams): AuditFilters =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = (address.get(name) ?? '').slice(0, MAX_LENGTH);
      return isFit(name, value) ? [[name, value]] : [];
    }),
  );

/** The address of the audit under some filters. */
export const auditAddress = (filters: { readonly [N in keyof AuditFilters]?: AuditFilters[N] | undefined }): string => {
  const address = new URLSearchParams();
  for (const name of names) {
    const value = filters[name];
    if (value !== undefined && value !== '') address.set(name, value);
  }
  return address.size === 0 ? '/audit' : `/audit?${address.toString()}`;
};
