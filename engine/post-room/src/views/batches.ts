import {
  CalendarDate,
  extend,
  Instant,
  Locale,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
} from '@irisflow/foundation';
import { LetterNumber } from '@irisflow/notices';
import { Type, type Static } from 'typebox';

export const PrintedWay = oneOf(['registered', 'post']);
export type PrintedWay = Static<typeof PrintedWay>;

/** Letters that are printed and posted together. */
export const PrintBatchSummary = Type.Object({
  id: OpaqueId,
  /** Of the administration, from 1 on. */
  number: Ordinal,
  way: PrintedWay,
  /** Null for letters in several languages. */
  language: nullable(Locale),
  state: oneOf(['open', 'posted', 'givenUp']),
  letters: Ordinal,
  madeAt: Instant,
  /** Null where nobody of the office has that name any more. */
  madeBy: nullable(Type.String()),
  /** How often it was printed, and when last. */
  prints: Ordinal,
  printedAt: nullable(Instant),
  postedOn: nullable(CalendarDate),
});
export type PrintBatchSummary = Static<typeof PrintBatchSummary>;

/** One letter of a batch, at its place in the file. */
export const PrintedLetter = Type.Object({
  noticeId: OpaqueId,
  caseId: OpaqueId,
  documentId: OpaqueId,
  position: Ordinal,
  reference: Type.String(),
  addressee: Type.String(),
  postcode: nullable(Type.String()),
  subject: LocalizedText,
  /** Left: it was not posted with the others, and waits again. */
  state: oneOf(['printed', 'posted', 'left']),
  number: nullable(Type.String()),
});
export type PrintedLetter = Static<typeof PrintedLetter>;

export const PrintBatchView = extend(PrintBatchSummary, { items: Type.Array(PrintedLetter) });
export type PrintBatchView = Static<typeof PrintBatchView>;

/** What the post room says once it was at the post. */
export const BatchPosting = Type.Object({
  day: CalendarDate,
  /** Letters that did not go: they wait again. */
  except: Type.Array(OpaqueId, { maxItems: 200 }),
  /** Barcodes of registered ones. */
  numbers: Type.Array(Type.Object({ noticeId: OpaqueId, number: LetterNumber }), { maxItems: 200 }),
});
export type BatchPosting = Static<typeof BatchPosting>;
