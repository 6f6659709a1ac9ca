import { formText, type FormDefinition } from '@irisflow/forms';
import { inEveryLocale } from '@irisflow/foundation';
import type { DraftCountRow } from '../storage/draft-counts.ts';
import type { WatchView } from '../views/watch.ts';
import { addUp, type Disclosure } from './disclosure.ts';

/** How far applications came, page by page as the published form has them; a page that it lost is told by its id. */
export const watchedPages = (
  form: FormDefinition,
  rows: readonly DraftCountRow[],
  disclosure: Disclosure,
): WatchView['form'] => {
  const pages = new Set(rows.map(({ page }) => page));
  const months = [...new Set(rows.map(({ month }) => month))].map((month) => {
    const each = rows.filter((row) => row.month === month);
    const begun = each.find(({ page }) => page === '')?.reached ?? 0;
    return { begun, left: each.reduce((sum, { last_here: here }) => sum + here, 0) };
  });
  const known = form.uischema.elements.map((page) => ({
    id: page.id,
    title: inEveryLocale((locale) => formText(form, locale, `${page.i18n}.label`)),
  }));
  const lost = [...pages]
    .filter((id) => id !== '' && !known.some((page) => page.id === id))
    .map((id) => ({ id, title: inEveryLocale(() => id) }));
  const opened = {
    id: '',
    title: { fr: 'Formulaire ouvert', nl: 'Formulier geopend', en: 'Form opened' },
  };
  return {
    begun: addUp(months.map(({ begun }) => disclosure.count(begun))),
    filed: addUp(months.map(({ begun, left }) => disclosure.count(Math.max(0, begun - left)))),
    pages: [opened, ...known, ...lost].map((page) => {
      const found = rows.filter((row) => row.page === page.id);
      return {
        ...page,
        reached: addUp(found.map(({ reached }) => disclosure.count(reached))),
        left: addUp(found.map(({ last_here: here }) => disclosure.count(Math.max(0, here)))),
      };
    }),
  };
};
