import { appendAudit, requireDesigner } from '@irisflow/access';
import { CaseworkError, csvLine, csvMark, type Locale } from '@irisflow/foundation';
import type { UseCase } from '../surroundings.ts';
import type { RehearsalView, RehearsedGroup } from '../views/rehearsal.ts';
import {
  amountWords,
  fateWords,
  fewWords,
  headWords,
  otherWords,
  partWords,
  startWords,
  unreplayableWords,
} from './rehearsal-words.ts';
import { readRehearsal } from './view-rehearsal.ts';

const counted = (count: number | null, locale: Locale): string => (count === null ? fewWords[locale] : String(count));

const stepOf = ({ names }: RehearsalView, id: string | null, locale: Locale): string =>
  id === null ? startWords[locale] : (names[id]?.[locale] ?? id);

const endOf = (view: RehearsalView, { status, ends }: RehearsedGroup['before'], locale: Locale): string =>
  [status ?? '', ...ends.map((id) => stepOf(view, id, locale))].filter((word) => word !== '').join(', ');

const fateOf = (view: RehearsalView, { after }: RehearsedGroup, locale: Locale): string => {
  if (after.kind === 'ended') return after.ending === null ? '' : endOf(view, after.ending, locale);
  const word = fateWords[after.kind][locale];
  return after.elementId === null ? word : `${word}: ${stepOf(view, after.elementId, locale)}`;
};

const partsOf = (view: RehearsalView, { partings }: RehearsedGroup, locale: Locale): string =>
  partings
    .map(
      ({ kind, elementId, count }) =>
        `${partWords[kind][locale]} ${stepOf(view, elementId, locale)} (${counted(count, locale)})`,
    )
    .join('; ');

const groupLine = (view: RehearsalView, group: RehearsedGroup, locale: Locale): string =>
  csvLine([
    endOf(view, group.before, locale),
    group.before.decision ?? '',
    fateOf(view, group, locale),
    group.after.ending?.decision ?? '',
    group.after.amount === null ? '' : amountWords[group.after.amount][locale],
    counted(group.count, locale),
    partsOf(view, group, locale),
    group.cases.map(({ reference }) => reference).join(' '),
  ]);

const linesOf = (view: RehearsalView, locale: Locale): string[] => [
  csvLine(headWords.map((words) => words[locale])),
  ...view.groups.map((group) => groupLine(view, group, locale)),
  ...(view.others === 0 ? [] : [csvLine([otherWords[locale], '', '', '', '', counted(view.others, locale), '', ''])]),
  ...view.unreplayable.map(({ reason, count }) =>
    csvLine([unreplayableWords[reason][locale], '', '', '', '', counted(count, locale), '', '']),
  ),
];

/** What the page shows, as CSV; that it was taken is in the audit. */
export const exportRehearsal: UseCase<
  { readonly key: string; readonly language: Locale },
  { readonly name: string; readonly content: string }
> = async (surroundings, actor, { key, language }) => {
  const { rehearsal } = await readRehearsal(surroundings, actor, key);
  if (rehearsal === null)
    throw new CaseworkError('NOT_FOUND', `Expected cases of ${key} to have been replayed, but none were`);
  const { administration } = requireDesigner(actor);
  const { from, to } = rehearsal;
  await surroundings.database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'rehearsal.exported',
      object: `procedure:${key}`,
      administration,
      detail: { from, to },
    }),
  );
  return { name: `${key}-what-if-${from}-${to}.csv`, content: csvMark + linesOf(rehearsal, language).join('') };
};
