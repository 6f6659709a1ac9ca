import { formText, type FormDefinition } from '@irisflow/forms';
import { inEveryLocale } from '@irisflow/foundation';
import type { DraftCountRow } from '../storage/draft-counts.ts';
import type { WatchView } from '../views/watch.ts';
import type { Disclosure } from './disclosure.ts';

/** How far applications came, page by page as the published form has them; a page that it lost is told by its id. */
export const watchedPages = (
  form: FormDefinition,
  rows: readonly DraftCountRow[],
  disclosure: Disclosure,
): WatchView['form'] => {
  const counts = new Map(rows.map((row) => [row.page, row]));
  const begun = counts.get('')?.reached ?? 0;
  const left = rows.reduce((sum, { last_here: here }) => sum + here, 0);
  const known = form.uischema.elements.map((page) => ({
    id: page.id,
    title: inEveryLocale((locale) => formText(form, locale, `${page.i18n}.label`)),
  }));
  const lost = [...counts.keys()]
    .filter((id) => id !== '' && !known.some((page) => page.id === id))
    .map((id) => ({ id, title: inEveryLocale(() => id) }));
  const opened = {
    id: '',
    title: { fr: 'Formulaire ouvert', nl: 'Formulier geopend', en: 'Form opened' },
  };
  return {
    begun: disclosure.count(begun),
    filed: disclosure.count(Math.max(0, begun - left)),
    pages: [opened, ...known, ...lost].map((page) => {
      const { reached = 0, last_here: here = 0 } = counts.get(page.id) ?? {};
      return { ...page, reached: disclosure.count(reached), left: disclosure.count(Math.max(0, here)) };
    }),
  };
};
