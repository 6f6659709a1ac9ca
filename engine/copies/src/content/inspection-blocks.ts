import type { Queryable } from '@irisflow/database';
import { dayOf } from '@irisflow/calendar';
import type { CaseRow } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import {
  findingWords,
  type InspectionView,
  reportForm,
  type SharedInspection,
  viewInspections,
  viewSharedInspections,
} from '@irisflow/inquiries';
import { formatMoment, type ResolvedBlock } from '@irisflow/letters';
import type { Surroundings } from '../surroundings.ts';
import type { LeftOut } from '../views/file-copy.ts';
import { type CopyAudience, tellAnswers } from './answer-blocks.ts';
import { heading, labeled, paragraph } from './blocks.ts';
import { copyTexts, inspectionStateTexts, leftOutBecause } from './copy-texts.ts';

interface Wanted {
  readonly row: CaseRow;
  readonly audience: CopyAudience;
  readonly locale: Locale;
}

interface Told {
  readonly blocks: readonly ResolvedBlock[];
  readonly leftOut: readonly LeftOut[];
}

type Shown = SharedInspection & Partial<Pick<InspectionView, 'subject'>>;

const nameOf = ({ label, administration }: Pick<Shown, 'label' | 'administration'>, locale: Locale): string =>
  `${label[locale]}, ${administration[locale]}`;

const standingOf = ({ outcome, state, endedAt }: Shown, locale: Locale): string => {
  const words = outcome === null ? inspectionStateTexts[state] : findingWords[outcome];
  return endedAt === null ? words[locale] : `${words[locale]}, ${formatMoment(endedAt, locale)}`;
};

/** What was answered in the form of the report; clerks' own fields are marked for a party where they stood. */
const tellReport = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, audience, locale }: Wanted,
  { key, report, endedAt }: InspectionView,
): Promise<Told> => {
  if (report === null || endedAt === null) return { blocks: [], leftOut: [] };
  const { description } = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  return tellAnswers({
    form: await reportForm(surroundings, row, { key }),
    data: report,
    description,
    locale,
    audience,
    today: dayOf(Date.parse(endedAt)),
  });
};

/** The inspections of a case as the reader of a copy may see them, and those that they may not. */
export const tellInspections = async (surroundings: Surroundings, db: Queryable, wanted: Wanted): Promise<Told> => {
  const { row, audience, locale } = wanted;
  const all = await viewInspections(surroundings, db, row);
  const shared = audience === 'office' ? [] : await viewSharedInspections(surroundings, db, row);
  const shown = audience === 'office' ? all : all.filter(({ id }) => shared.some((one) => one.id === id));
  const told = await Promise.all(
    shown.map(async (one): Promise<Told> => {
      const { blocks, leftOut } = await tellReport(surroundings, db, wanted, one);
      const { askedAt, address, subject } = one;
      return {
        blocks: [
          heading(nameOf(one, locale)),
          paragraph(`${copyTexts.asked[locale]} ${formatMoment(askedAt, locale)}, ${address}`),
          ...(audience === 'office' ? [labeled(copyTexts.question[locale], subject, locale)] : []),
          paragraph(standingOf(one, locale)),
          ...blocks,
        ],
        leftOut,
      };
    }),
  );
  const hidden = all.filter(({ id }) => !shown.some((one) => one.id === id));
  return {
    blocks: told.flatMap(({ blocks }) => blocks),
    leftOut: [
      ...told.flatMap(({ leftOut }) => leftOut),
      ...hidden.map((one) => ({
        what: `${copyTexts.inspections[locale]}: ${nameOf(one, locale)}`,
        why: leftOutBecause.deliberation[locale],
      })),
    ],
  };
};
