import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';

export interface WizardPlace {
  /** Changes when the browser's buttons led to another page; the wizard then starts anew there. */
  readonly mount: number;
  readonly page: string | undefined;
  readonly report: (page: string) => void;
}

const PARAMETER = 'step';

/** Puts each page of a form into the history, so that the browser's "back" leads to the page before, not out. */
export const useWizardPlace = (resumeAt: string | null): WizardPlace => {
  const [search, setSearch] = useSearchParams();
  const asked = search.get(PARAMETER) ?? resumeAt ?? undefined;
  const shown = useRef(asked);
  const [place, setPlace] = useState<{ mount: number; page: string | undefined }>({ mount: 0, page: asked });
  useEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    setPlace(({ mount }) => ({ mount: mount + 1, page: asked }));
  }, [asked]);
  useEffect(() => {
    if (place.mount > 0) document.querySelector<HTMLElement>('main h1')?.focus();
  }, [place.mount]);
  const report = useCallback(
    (page: string) => {
      shown.current = page;
      setSearch((current) => {
        const next = new URLSearchParams(current);
        next.set(PARAMETER, page);
        return next;
      });
    },
    [setSearch],
  );
  return { ...place, report };
};
