import { useLocation, useSearch } from 'wouter';

const MAX_TEXT = 200;

export interface AddressFilters {
  /** One of some values; undefined where the address says another one or none. */
  readonly choice: <T extends string>(name: string, known: readonly T[]) => T | undefined;
  /** Free text; undefined where the address has none. */
  readonly text: (name: string) => string | undefined;
  /** Changes some of them and keeps the others; undefined takes one out. */
  readonly change: (part: Readonly<Record<string, string | undefined>>) => void;
}

/** What narrows the list of a page down, kept in its address: whoever comes back to it finds the list as they left it. */
export const useAddressFilters = (): AddressFilters => {
  const [path, navigate] = useLocation();
  const address = new URLSearchParams(useSearch());
  return {
    choice: (name, known) => known.find((one) => one === address.get(name)),
    text: (name) => address.get(name)?.slice(0, MAX_TEXT) || undefined,
    change: (part) => {
      // As it is now: what somebody types comes a moment later than what they choose beside it.
      const next = new URLSearchParams(window.location.search);
      for (const [name, value] of Object.entries(part)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      navigate(next.size === 0 ? path : `${path}?${next.toString()}`, { replace: true });
    },
  };
};
