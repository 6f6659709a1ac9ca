import { Type, type Static, type TSchema } from 'typebox';

import { Key, LocalDate, LocalizedTexts, Text } from './call-shapes.ts';
import { MONEY_CALLS } from './money-calls.ts';
import { NEIGHBOR_CALLS } from './neighbor-calls.ts';
import { SOURCE_CALLS } from './source-calls.ts';

/**
 * What connectors ask of the platform: `POST {PLATFORM_URL}/api/connector/case/{path}` with a bearer token, the sealed handle of
 * the case in `irisflow-case`, the key of the job in `irisflow-job`, the connector's type in `irisflow-connector` and an
 * `Idempotency-Key`. The same key again answers as the first time and changes nothing. Refusals are problem documents
 * (RFC 9457): 4xx waits for a person, 429 and 5xx are tried again.
 */

export const InformationItem = Type.Object({ key: Key, label: LocalizedTexts });

export const DecisionGround = Type.Object({ code: Key, text: Type.Optional(Text) });

export const DecisionOutcome = Type.Enum(['granted', 'refused', 'inadmissible', 'closed', 'withdrawn']);

/** How the new case belongs to the one that opens it. */
export const CaseLink = Type.Enum(['appealOf', 'renewalOf', 'followUpOf', 'duplicateOf']);

export const LetterChannel = Type.Enum(['portal', 'email']);

/** Every call with its path, what is sent and what comes back. */
export const PLATFORM_CALLS = {
  setStatus: {
    path: 'status',
    request: Type.Object({ status: Key }),
    response: Type.Object({}),
  },
  addTimelineEntry: {
    path: 'timeline',
    request: Type.Object({ key: Key, texts: LocalizedTexts, visibleToApplicant: Type.Boolean() }),
    response: Type.Object({}),
  },
  requestInformation: {
    path: 'information-requests',
    request: Type.Object({
      items: Type.Array(InformationItem, { minItems: 1, maxItems: 50 }),
      /** The term within which the answer is due; it starts with the request. Or the last day itself. */
      termKey: Type.Optional(Key),
      dueDate: Type.Optional(LocalDate),
      note: Type.Optional(Text),
    }),
    response: Type.Object({
      requestId: Type.String(),
      dueOn: Type.Optional(Type.String()),
      /** What `term.warning` and `term.expired` are correlated on. */
      termId: Type.Optional(Type.Union([Type.String(), Type.Null()])),
    }),
  },
  recordDecision: {
    path: 'decisions',
    request: Type.Object({
      outcome: DecisionOutcome,
      grounds: Type.Array(DecisionGround, { maxItems: 50 }),
      /** In euro. */
      amount: Type.Optional(Type.Number()),
      validFrom: Type.Optional(LocalDate),
      validTo: Type.Optional(LocalDate),
      /** For the decision on an appeal: what becomes of the one that it attacks. What the appeal suspends ends with it. */
      appealOutcome: Type.Optional(Type.Enum(['confirmed', 'reformed', 'annulled', 'inadmissible'])),
    }),
    response: Type.Object({ decisionId: Type.String() }),
  },
  sendLetter: {
    path: 'letters',
    request: Type.Object({
      template: Key,
      channel: Type.Array(LetterChannel, { minItems: 1 }),
      values: Type.Record(Type.String(), Type.Unknown()),
    }),
    response: Type.Object({
      documentId: Type.String(),
      language: Type.String(),
      subject: Type.String(),
      /** Whether the platform tells the applicant by mail, without saying what is in it; not where they did not agree to mails or there is no address. */
      isMailed: Type.Boolean(),
    }),
  },
  changeTerm: {
    path: 'term',
    request: Type.Object({
      action: Type.Enum(['start', 'suspend', 'interrupt', 'resume', 'meet']),
      key: Key,
      /** For a start: in the unit of the term's kind; the procedure's length when it is left out. */
      length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
      /** For a start: the day of the act after which it begins; today when it is left out. */
      actOn: Type.Optional(LocalDate),
      reason: Type.Optional(Text),
    }),
    response: Type.Object({
      /** What `term.warning` and `term.expired` are correlated on. */
      termId: Type.Optional(Type.String()),
      dueOn: Type.Optional(Type.String()),
    }),
  },
  askRight: {
    path: 'right-questions',
    request: Type.Object({
      /** Of the log: the source, whom it is about and why stand there. */
      consultationId: Type.String({ minLength: 1, maxLength: 300 }),
      /** As on which day; today where it is left out. */
      onDay: Type.Optional(LocalDate),
      rightNumber: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    }),
    response: Type.Object({
      answer: Type.Enum(['found', 'none', 'unknown']),
      /** What may be told of the right that was found. */
      values: Type.Record(Type.String(), Type.Unknown()),
      /** What some of these are called. */
      words: Type.Record(Type.String(), LocalizedTexts),
      /** What `register.mutation` is correlated on. */
      mutationKey: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  changeRight: {
    path: 'right',
    request: Type.Object({
      action: Type.Enum(['grant', 'change', 'suspend', 'resume', 'end', 'renew']),
      /** For a grant: of a kind of right that the procedure declares. */
      kind: Type.Optional(Key),
      /** For anything else: what the grant answered. */
      rightId: Type.Optional(Key),
      /** What it says; of a change only what becomes different, null for what goes. */
      data: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      /** From which day on; today when it is left out. */
      effectiveOn: Type.Optional(LocalDate),
      /** Its last day, for a grant or a renewal; what the kind says when it is left out. */
      validTo: Type.Optional(LocalDate),
      /** One of its states, where the kind has several that fit. */
      state: Type.Optional(Key),
      reason: Type.Optional(Text),
    }),
    response: Type.Object({
      /** What `right.changed` and `right.ended` are correlated on. */
      rightId: Type.String(),
      number: Type.String(),
      /** Null for one without an end. */
      validTo: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  readRight: {
    path: 'right-readings',
    request: Type.Object({
      /** One of these two: what the grant answered, or a kind of right that the procedure declares. */
      rightId: Type.Optional(Key),
      kind: Type.Optional(Key),
      /** With a kind: the number of the right, which may be of another procedure of the administration. */
      number: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
      /** As on which day; today when it is left out. */
      onDay: Type.Optional(LocalDate),
    }),
    response: Type.Object({
      /** Null where the applicant has none of that kind that is not over. */
      right: Type.Union([
        Type.Object({
          rightId: Type.String(),
          number: Type.String(),
          kind: Type.String(),
          state: Type.String(),
          effect: Type.Enum(['active', 'suspended', 'ended']),
          holds: Type.Boolean(),
          validFrom: Type.String(),
          validTo: Type.Union([Type.String(), Type.Null()]),
          data: Type.Record(Type.String(), Type.Unknown()),
          /** Parameters of its procedure in force on that day. A platform from before gives none. */
          parameters: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
        }),
        Type.Null(),
      ]),
    }),
  },
  changePlace: {
    path: 'place',
    request: Type.Object({
      action: Type.Enum(['reserve', 'confirm', 'release', 'leave']),
      /** To reserve: a quota that the procedure declares. */
      quota: Type.Optional(Key),
      /** For anything else: what reserving it answered. */
      placeId: Type.Optional(Key),
      /** To confirm: the right that takes the place. */
      rightId: Type.Optional(Key),
    }),
    response: Type.Object({
      /** What `place.offered` and `quota.released` are correlated on. */
      placeId: Type.String(),
      outcome: Type.Enum(['waiting', 'reserved', 'held', 'over']),
      /** In the line; null for whoever does not wait. */
      position: Type.Union([Type.Integer(), Type.Null()]),
      /** The last day on which it is kept. */
      reservedUntil: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  changeObligation: {
    path: 'obligation',
    request: Type.Object({
      action: Type.Enum(['start', 'end', 'settle']),
      /** To start: an obligation that the procedure declares, and the right on which it lies. */
      obligation: Type.Optional(Key),
      rightId: Type.Optional(Key),
      /** To start: from which day on; today when it is left out. */
      from: Type.Optional(LocalDate),
      /** To start: the last day on which something may be due. To ask again: the last day to answer. */
      until: Type.Optional(LocalDate),
      /** To end: what starting it answered. */
      obligationId: Type.Optional(Key),
      /** To settle: what `obligation.opened` brought. */
      occurrenceId: Type.Optional(Key),
      verdict: Type.Optional(Type.Enum(['accept', 'askAgain', 'refuse', 'waive'])),
      reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
    }),
    response: Type.Object({
      obligationId: Type.Optional(Type.String()),
      /** The next day of the rule, and when its window opens; null where nothing follows. */
      nextDay: Type.Optional(Type.Union([Type.String(), Type.Null()])),
      nextOpensOn: Type.Optional(Type.Union([Type.String(), Type.Null()])),
      occurrenceId: Type.Optional(Type.String()),
      occurrenceState: Type.Optional(Type.Enum(['open', 'submitted', 'accepted', 'refused', 'waived', 'dropped'])),
    }),
  },
  openCase: {
    path: 'cases',
    request: Type.Object({
      /** Of the same administration; its answers obey its form. */
      procedureKey: Key,
      link: CaseLink,
      reason: Type.Optional(Type.String({ minLength: 1, maxLength: 500 })),
      data: Type.Record(Type.String(), Type.Unknown()),
    }),
    response: Type.Object({ caseId: Type.String(), reference: Type.String() }),
  },
  askOpinion: {
    path: 'opinions',
    request: Type.Object({
      /** Of an opinion that the procedure declares: it says whom, and what their silence means. */
      key: Key,
      question: Type.String({ minLength: 1, maxLength: 5000 }),
      /** Ids of documents of the case, handed over with the question. */
      documents: Type.Optional(Type.Array(Key, { maxItems: 50 })),
      /** In the unit that the procedure says; its length when it is left out. */
      length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    }),
    response: Type.Object({
      /** What `opinion.given` is correlated on. */
      opinionId: Type.String(),
      dueOn: Type.String(),
    }),
  },
  askInspection: {
    path: 'inspections',
    request: Type.Object({
      /** Of an inspection that the procedure declares: it says who goes, how long they have, and by which form they report. */
      key: Key,
      address: Type.String({ minLength: 1, maxLength: 500 }),
      subject: Type.String({ minLength: 1, maxLength: 5000 }),
      /** Ids of documents of the case, handed over with the order. */
      documents: Type.Optional(Type.Array(Key, { maxItems: 50 })),
      /** In the unit that the procedure says; its length when it is left out. */
      length: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
    }),
    response: Type.Object({
      /** What `inspection.reported` is correlated on. */
      inspectionId: Type.String(),
      dueOn: Type.String(),
    }),
  },
  scheduleHearing: {
    path: 'hearings',
    request: Type.Object({
      /** Of a hearing that the procedure declares: it says who is summoned, by which letter, how long before. */
      key: Key,
      day: Type.String({ format: 'date' }),
      /** `HH:MM`, as clocks in Brussels show it. */
      time: Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' }),
      minutesLong: Type.Optional(Type.Integer({ minimum: 5, maximum: 600 })),
      place: Type.Optional(Type.String({ maxLength: 500 })),
      link: Type.Optional(Type.String({ maxLength: 500 })),
    }),
    response: Type.Object({
      /** What `hearing.held` is correlated on. */
      hearingId: Type.String(),
      day: Type.String(),
    }),
  },
  ...MONEY_CALLS,
  sendNotice: {
    path: 'notices',
    request: Type.Object({
      /** A letter of the procedure, by its key. */
      template: Type.Optional(Key),
      /** By which ways it should go; those to which its addressee did not agree are left out, and paper takes their place. */
      channels: Type.Optional(
        Type.Array(Type.Enum(['portal', 'email', 'ebox', 'registered', 'post']), { minItems: 1, maxItems: 5 }),
      ),
      values: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      /** Who takes part in the case and gets it; its applicant when it is left out. */
      participantId: Type.Optional(Key),
      /** A term of the procedure that begins when the letter arrives. */
      termKey: Type.Optional(Key),
      /** In place of all that: a letter that was sent, to post once more for information. It begins no term. */
      copyOf: Type.Optional(Key),
    }),
    response: Type.Object({
      /** What `notice.presented`, `notice.delivered`, `notice.unclaimed`, `notice.returned` and `notice.read` are correlated on. */
      noticeId: Type.String(),
      documentId: Type.String(),
      channels: Type.Array(Type.String()),
      /** What `term.warning` and `term.expired` will be correlated on; null when it starts no term. */
      termId: Type.Union([Type.String(), Type.Null()]),
    }),
  },
  noteNoticeFate: {
    path: 'notice-fates',
    request: Type.Object({
      noticeId: Key,
      channel: Type.Enum(['ebox', 'registered', 'post']),
      kind: Type.Enum(['handedOver', 'sent', 'presented', 'delivered', 'unclaimed', 'refused', 'returned', 'read']),
      day: LocalDate,
      /** What the carrier calls the event: told again, nothing happens. */
      event: Type.String({ minLength: 1, maxLength: 200 }),
      /** The barcode of a registered letter, with its handing over. */
      number: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$' })),
    }),
    response: Type.Object({ isNew: Type.Boolean() }),
  },
  closeCase: {
    path: 'close',
    request: Type.Object({ reason: Key }),
    response: Type.Object({}),
  },
  ...NEIGHBOR_CALLS,
  ...SOURCE_CALLS,
} as const satisfies Readonly<Record<string, PlatformCall>>;

type PlatformCall = { readonly path: string; readonly request: TSchema; readonly response: TSchema };

export type PlatformCallName = keyof typeof PLATFORM_CALLS;
export type PlatformRequest<Name extends PlatformCallName> = Static<(typeof PLATFORM_CALLS)[Name]['request']>;
export type PlatformResponse<Name extends PlatformCallName> = Static<(typeof PLATFORM_CALLS)[Name]['response']>;

/** Address of a call; the case is in the headers. */
export const platformCallUrl = (platformUrl: string, name: PlatformCallName): string =>
  `${caseUrl(platformUrl)}/${PLATFORM_CALLS[name].path}`;

/**
 * Address of a document's content: `GET` with the same headers answers the bytes, their media type in `content-type`
 * and the percent-encoded file name in `x-file-name`.
 */
export const platformDocumentUrl = (platformUrl: string, documentId: string): string =>
  `${caseUrl(platformUrl)}/documents/${encodeURIComponent(documentId)}`;

const caseUrl = (platformUrl: string): string => `${platformUrl.replace(/\/$/, '')}/api/connector/case`;
