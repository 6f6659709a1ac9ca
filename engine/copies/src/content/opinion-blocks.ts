import type { Queryable } from '@irisflow/database';
import type { CaseRow } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { type OpinionView, outcomeWords, type SharedOpinion, viewOpinions, viewShared } from '@irisflow/inquiries';
import { formatMoment, type ResolvedBlock } from '@irisflow/letters';
import type { LeftOut } from '../views/file-copy.ts';
import type { CopyAudience } from './answer-blocks.ts';
import { heading, labeled, paragraph } from './blocks.ts';
import { copyTexts, leftOutBecause, opinionStateTexts } from './copy-texts.ts';

type Told = SharedOpinion & Partial<Pick<OpinionView, 'of' | 'question'>>;

const nameOf = ({ label, of, administration }: Told, locale: Locale): string =>
  [label ?? of, administration].flatMap((part) => (part == null ? [] : [part[locale]])).join(', ');

const linesOf = (label: string, text: string | null | undefined, locale: Locale): ResolvedBlock[] =>
  text == null ? [] : [labeled(label, text, locale)];

const blocksOf = (opinion: Told, locale: Locale): ResolvedBlock[] => {
  const { state, outcome, question, conditions, motivation, askedAt, endedAt } = opinion;
  const standing = outcome === null ? opinionStateTexts[state] : outcomeWords[outcome];
  return [
    heading(nameOf(opinion, locale)),
    paragraph(`${copyTexts.asked[locale]} ${formatMoment(askedAt, locale)}`),
    ...linesOf(copyTexts.question[locale], question, locale),
    paragraph(endedAt === null ? standing[locale] : `${standing[locale]}, ${formatMoment(endedAt, locale)}`),
    ...linesOf(copyTexts.conditions[locale], conditions, locale),
    ...linesOf(copyTexts.motivation[locale], motivation, locale),
  ];
};

interface Wanted {
  readonly row: CaseRow;
  readonly audience: CopyAudience;
  readonly locale: Locale;
}

/** The opinions of a case as the reader of a copy may see them, and those that they may not. */
export const tellOpinions = async (
  db: Queryable,
  { row, audience, locale }: Wanted,
): Promise<{ readonly blocks: readonly ResolvedBlock[]; readonly leftOut: readonly LeftOut[] }> => {
  const all = await viewOpinions(db, row);
  const shown: readonly Told[] = audience === 'office' ? all : await viewShared(db, row);
  const hidden = all.filter(({ id }) => !shown.some((one) => one.id === id));
  return {
    blocks: shown.flatMap((one) => blocksOf(one, locale)),
    leftOut: hidden.map((one) => ({
      what: `${copyTexts.opinions[locale]}: ${nameOf(one, locale)}`,
      why: leftOutBecause.deliberation[locale],
    })),
  };
};
