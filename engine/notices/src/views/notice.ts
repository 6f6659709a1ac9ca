import {
  CalendarDate,
  Instant,
  Locale,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
  visibleText,
} from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

export const NoticeChannel = oneOf(['portal', 'email', 'ebox', 'registered', 'post']);

/** What somebody may say became of a letter; what is presumed the law says alone. */
export const SaidFateKind = oneOf([
  'handedOver',
  'sent',
  'presented',
  'delivered',
  'unclaimed',
  'refused',
  'returned',
  'read',
  'annulled',
]);
const FateKind = oneOf([
  'handedOver',
  'sent',
  'presented',
  'delivered',
  'presumed',
  'unclaimed',
  'refused',
  'returned',
  'read',
  'annulled',
]);

/** The barcode of a registered letter, as it is printed on it. */
export const LetterNumber = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$' });

/** How a term moved because of a fate. */
const TermMoveView = Type.Object({ actOn: nullable(CalendarDate), dueOn: CalendarDate });

export const FateView = Type.Object({
  id: OpaqueId,
  channel: NoticeChannel,
  kind: FateKind,
  day: CalendarDate,
  recordedAt: Instant,
  source: oneOf(['platform', 'office', 'carrier', 'presumption']),
  /** Of the office, by name; null where nobody there said it. */
  recordedBy: nullable(Type.String()),
  reason: nullable(Type.String()),
  number: nullable(Type.String()),
  /** The one that this one takes the place of. */
  corrects: nullable(OpaqueId),
  /** Whether it stands: nobody corrected it. */
  stands: Type.Boolean(),
  /** What it did to the term of the letter. */
  moved: nullable(TermMoveView),
});
export type FateView = Static<typeof FateView>;

/** How a letter stands on one of its ways; null before anything became of it. */
const ChannelState = Type.Object({
  channel: NoticeChannel,
  state: nullable(FateKind),
  day: nullable(CalendarDate),
});

/** The term that begins when a letter arrives. */
export const NoticeTerm = Type.Object({
  label: LocalizedText,
  startsAfter: oneOf(['presentation', 'delivery', 'presumedDelivery', 'availability']),
  isServiceTarget: Type.Boolean(),
  binds: oneOf(['administration', 'applicant']),
  /** Null as long as no arrival is known. */
  running: nullable(
    Type.Object({
      state: oneOf(['running', 'suspended', 'interrupted', 'met', 'expired', 'replaced']),
      actOn: CalendarDate,
      dueOn: CalendarDate,
    }),
  ),
});
export type NoticeTerm = Static<typeof NoticeTerm>;

/** A letter of which it matters when it arrives, for the office. */
export const NoticeView = Type.Object({
  id: OpaqueId,
  caseId: OpaqueId,
  subject: LocalizedText,
  language: Locale,
  sentAt: Instant,
  documentId: OpaqueId,
  /** Null for the applicant. */
  recipient: nullable(Type.String()),
  copyOf: nullable(OpaqueId),
  channels: Type.Array(ChannelState),
  number: nullable(Type.String()),
  fates: Type.Array(FateView),
  term: nullable(NoticeTerm),
});
export type NoticeView = Static<typeof NoticeView>;

/** The same for whom it is. */
export const MyNotice = Type.Object({
  id: OpaqueId,
  subject: LocalizedText,
  sentAt: Instant,
  documentId: OpaqueId,
  isCopy: Type.Boolean(),
  channels: Type.Array(ChannelState),
  /** What it starts; null where that is nothing of theirs. */
  term: nullable(NoticeTerm),
});
export type MyNotice = Static<typeof MyNotice>;

/** A letter in the post room. */
export const PostedNotice = Type.Object({
  id: OpaqueId,
  caseId: OpaqueId,
  reference: Type.String(),
  addressee: Type.String(),
  subject: LocalizedText,
  sentAt: Instant,
  documentId: OpaqueId,
  way: oneOf(['registered', 'post']),
  number: nullable(Type.String()),
  state: nullable(FateKind),
  day: nullable(CalendarDate),
});
export type PostedNotice = Static<typeof PostedNotice>;

export const PostRoom = Type.Object({
  items: Type.Array(PostedNotice),
  /** Of what was asked for. */
  total: Ordinal,
  nextCursor: nullable(Type.String()),
  toPost: Ordinal,
  underway: Ordinal,
});
export type PostRoom = Static<typeof PostRoom>;

/** What somebody of the office says became of a letter. */
export const FateToSay = Type.Object({
  channel: NoticeChannel,
  kind: SaidFateKind,
  day: CalendarDate,
  reason: visibleText(500),
  number: Type.Optional(LetterNumber),
  corrects: Type.Optional(OpaqueId),
});
export type FateToSay = Static<typeof FateToSay>;
