import { isoOf } from '@irisflow/foundation';
import { formatMoment, type ResolvedBlock } from '@irisflow/letters';
import { dayIn, heading, labeled, paragraph } from '../content/blocks.ts';
import { copyTexts } from '../content/copy-texts.ts';
import type { CopyRow } from '../storage/file-copies.ts';

/** A piece of a copy with where its pages are; null where it has none here. */
export interface IndexedPiece {
  readonly number: number;
  readonly title: string;
  /** Epoch instant, ISO 8601. */
  readonly at: string;
  readonly from: number | null;
  readonly to: number | null;
}

const pagesOf = ({ from, to }: IndexedPiece, apart: string): string => {
  if (from === null || to === null) return apart;
  return from === to ? `${from}` : `${from}–${to}`;
};

const factsOf = ({ content, language, recipient, reason, asked_at: askedAt }: CopyRow): ResolvedBlock[] => {
  const at = isoOf(Date.parse(new Date(askedAt).toISOString()));
  const facts: readonly (readonly [keyof typeof copyTexts, string | null])[] = [
    ['procedure', content.procedure],
    ['applicant', content.applicant],
    ['madeOn', formatMoment(at, language)],
    ['madeFor', recipient ?? content.applicant],
    ['reason', reason],
  ];
  return facts.flatMap(([key, value]) =>
    value === null ? [] : [labeled(copyTexts[key as 'procedure'][language], value, language)],
  );
};

const indexTable = ({ language }: CopyRow, pieces: readonly IndexedPiece[]): ResolvedBlock => ({
  kind: 'table',
  headers: [copyTexts.number, copyTexts.piece, copyTexts.date, copyTexts.pages].map((text) => text[language]),
  rows: pieces.map((piece) => [
    `${piece.number}`,
    piece.title,
    dayIn(language, piece.at),
    pagesOf(piece, copyTexts.notShown[language]),
  ]),
  shares: [1, 6, 3, 2],
});

const leftOutBlocks = ({ content, language }: CopyRow): ResolvedBlock[] =>
  content.leftOut.length === 0
    ? [paragraph(copyTexts.nothingLeftOut[language])]
    : [
        {
          kind: 'table',
          headers: [copyTexts.what[language], copyTexts.why[language]],
          rows: content.leftOut.map(({ what, why }) => [what, why]),
        },
      ];

/** The first pages: what the copy is, where each piece of it is, and what is not in it. */
export const indexBlocks = (copy: CopyRow, pieces: readonly IndexedPiece[]): ResolvedBlock[] => {
  const { language } = copy;
  const hasApart = pieces.some(({ from }) => from === null);
  return [
    ...factsOf(copy),
    heading(copyTexts.index[language]),
    indexTable(copy, pieces),
    ...(hasApart ? [paragraph(copyTexts.notShownWhy[language])] : []),
    heading(copyTexts.leftOut[language]),
    ...leftOutBlocks(copy),
  ];
};
