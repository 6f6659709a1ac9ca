import type { Queryable } from '@irisflow/database';
import type { CaseRow } from '@irisflow/casework';
import type { Locale } from '@irisflow/foundation';
import { type SharedHearing, viewSharedHearings } from '@irisflow/inquiries';
import { formatMoment, type ResolvedBlock } from '@irisflow/letters';
import { heading, labeled, paragraph } from './blocks.ts';
import { copyTexts, hearingStateTexts, presenceTexts } from './copy-texts.ts';

const presenceOf = ({ name, role, came, statement }: SharedHearing['summoned'][number], locale: Locale): string => {
  const presence = came === null ? '' : `, ${(came ? presenceTexts.came : presenceTexts.absent)[locale]}`;
  return `${name} (${role[locale]})${presence}${statement === null ? '' : `: ${statement}`}`;
};

const blocksOf = (hearing: SharedHearing, locale: Locale): ResolvedBlock[] => {
  const { label, at, state, place, link, reason, summoned, minutes } = hearing;
  const where = [place, link].filter((part) => part !== null).join(', ');
  return [
    heading(label[locale]),
    paragraph(`${formatMoment(at, locale)}, ${where}, ${hearingStateTexts[state][locale]}`),
    ...(reason === null ? [] : [labeled(copyTexts.reason[locale], reason, locale)]),
    ...summoned.map((one) => paragraph(presenceOf(one, locale))),
    ...(minutes === null ? [] : [labeled(copyTexts.minutes[locale], minutes, locale)]),
  ];
};

/** The hearings of a case, which everybody reads alike who reads its file: who was summoned, who came and what was said. */
export const tellHearings = async (
  db: Queryable,
  { row, now, locale }: { readonly row: CaseRow; readonly now: number; readonly locale: Locale },
): Promise<readonly ResolvedBlock[]> =>
  (await viewSharedHearings(db, row, { now, isApplicant: false, mayAct: false })).flatMap((one) =>
    blocksOf(one, locale),
  );
