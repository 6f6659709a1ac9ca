import { appendAudit, requireDesigner } from '@irisflow/access';
import { csvLine, csvMark, type Locale } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import type { WatchView } from '../views/watch.ts';
import { getWatch, type WatchWish } from './get-watch.ts';
import { hiddenWords, pageWords, stepWords } from './watch-words.ts';

const DAY_SECONDS = 86_400;

/** Days to the second, as a spreadsheet of Belgium reads a number. */
const daysOf = (seconds: number | null): string =>
  seconds === null ? '' : (seconds / DAY_SECONDS).toFixed(5).replace('.', ',');

const stepLines = ({ processes }: WatchView, locale: Locale): string[] => [
  csvLine(stepWords.map((words) => words[locale])),
  ...processes.flatMap(({ id, steps }) =>
    steps.map((step) =>
      csvLine([
        id,
        step.name === null ? step.elementId : step.name[locale],
        step.elementId,
        step.standing === null ? hiddenWords[locale] : String(step.standing),
        daysOf(step.standingMedian),
        daysOf(step.standingP90),
        step.passings === null ? hiddenWords[locale] : String(step.passings),
        daysOf(step.median),
        daysOf(step.p90),
      ]),
    ),
  ),
];

const pageLines = ({ form }: WatchView, locale: Locale): string[] => [
  csvLine(pageWords.map((words) => words[locale])),
  ...form.pages.map(({ id, title, reached, left }) =>
    csvLine([
      title[locale],
      id,
      reached === null ? hiddenWords[locale] : String(reached),
      left === null ? hiddenWords[locale] : String(left),
    ]),
  ),
];

/** The numbers of the page as CSV, of its steps or of its form; that they were taken is in the audit. */
export const exportWatch: UseCase<
  WatchWish & { readonly part: 'steps' | 'form'; readonly language: Locale },
  { readonly name: string; readonly content: string }
> = async (surroundings, actor, { part, language, ...wish }) => {
  const view = await getWatch(surroundings, actor, wish);
  const { administration } = requireDesigner(actor);
  const lines = part === 'steps' ? stepLines(view, language) : pageLines(view, language);
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'watch.exported',
      object: `procedure:${wish.key}`,
      administration,
      detail: { part, from: wish.from, to: wish.to },
    }),
  );
  return { name: `${wish.key}-${part}-${view.from}-${view.to}.csv`, content: csvMark + lines.join('') };
};
