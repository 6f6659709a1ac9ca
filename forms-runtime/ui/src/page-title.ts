import { useEffect } from 'react';

/** What the title of the browser's tab is made of; several components know a part of it each. */
interface TitleParts {
  title: string;
  /** Where in the page somebody stands, as a step of a form. */
  place: string | undefined;
  /** Said first while something is to be corrected. */
  alert: string | undefined;
}

const parts: TitleParts = { title: '', place: undefined, alert: undefined };

const write = (): void => {
  const { title, place, alert } = parts;
  const named = place === undefined ? title : `${place} – ${title}`;
  document.title = alert === undefined ? named : `${alert} ${named}`;
};

/** Names the browser's tab after the page. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    parts.title = title;
    write();
  }, [title]);
};

const usePart = (name: 'place' | 'alert', text: string | undefined): void => {
  useEffect(() => {
    parts[name] = text;
    write();
    return () => {
      parts[name] = undefined;
      write();
    };
  }, [name, text]);
};

/** Puts before the page's title where in it somebody stands; a screen reader says it on the way from step to step. */
export const useTitlePlace = (place: string | undefined): void => usePart('place', place);

/** Says before everything else that something is to be corrected. */
export const useTitleAlert = (alert: string | undefined): void => usePart('alert', alert);
