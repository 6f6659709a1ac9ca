import {
  CalendarDate,
  Instant,
  LocalizedText,
  nullable,
  OpaqueId,
  Ordinal,
  pageOf,
  visibleText,
  extend,
} from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { Selection, SelectionCount } from './selection.ts';

const closed = { additionalProperties: false } as const;
const Words = (maxLength: number) =>
  Type.Object({ fr: visibleText(maxLength), nl: visibleText(maxLength), en: Type.String({ maxLength }) }, closed);

/** By which right it is written: the law orders it, a public task allows it, or people have agreed. */
export const Ground = Type.Union([Type.Literal('duty'), Type.Literal('task'), Type.Literal('consent')]);
export type Ground = Static<typeof Ground>;

export const CampaignState = Type.Union([
  Type.Literal('draft'),
  Type.Literal('proposed'),
  Type.Literal('scheduled'),
  Type.Literal('running'),
  Type.Literal('paused'),
  Type.Literal('ended'),
]);
export type CampaignState = Static<typeof CampaignState>;

/** Why it stands still: somebody of the office said so, too many letters reached nobody, or whoever started it may no longer. */
export const PauseCause = Type.Union([
  Type.Literal('office'),
  Type.Literal('returned'),
  Type.Literal('starter'),
  /** It goes to many, and the administration has not named a contact unit. */
  Type.Literal('contactUnit'),
  Type.Literal('retired'),
]);
export type PauseCause = Static<typeof PauseCause>;

/** What a campaign says, to whom and how fast. English is a courtesy; left empty, the French counts. */
export const CampaignPlan = Type.Object(
  {
    name: visibleText(120),
    title: Words(120),
    purpose: Words(600),
    legalBasis: Words(600),
    ground: Ground,
    selection: Selection,
    /** The procedure whose application answers it. */
    procedureKey: visibleText(100),
    link: Type.Union([Type.Literal('renewalOf'), Type.Literal('followUpOf')]),
    /** A letter of that procedure, by its key. */
    letter: visibleText(63),
    beginsOn: CalendarDate,
    endsOn: CalendarDate,
    perDay: Type.Integer({ minimum: 1, maximum: 100_000 }),
    perHour: Type.Integer({ minimum: 1, maximum: 100_000 }),
    officeHours: Type.Boolean(),
    stopShare: Type.Integer({ minimum: 1, maximum: 100 }),
  },
  closed,
);
export type CampaignPlan = Static<typeof CampaignPlan>;

const Count = Type.Integer({ minimum: 0 });

/** How far it is, and what came of it. */
export const CampaignNumbers = Type.Object({
  recipients: Count,
  waiting: Count,
  sent: Count,
  /** Of those that were sent: it is known that they arrived, were read, or reached nobody. */
  delivered: Count,
  read: Count,
  returned: Count,
  skipped: Type.Object({ answered: Count, objected: Count, changed: Count, unreachable: Count, unwritten: Count }),
  begun: Count,
  answered: Count,
  /** Of the answers, by the invitation itself. */
  byInvitation: Count,
});
export type CampaignNumbers = Static<typeof CampaignNumbers>;

export const CampaignSummary = Type.Object({
  id: OpaqueId,
  name: Type.String(),
  title: LocalizedText,
  state: CampaignState,
  beginsOn: CalendarDate,
  endsOn: CalendarDate,
  recipients: Count,
  sent: Count,
  answered: Count,
});
export type CampaignSummary = Static<typeof CampaignSummary>;

export const CampaignList = pageOf(CampaignSummary);
export type CampaignList = Static<typeof CampaignList>;

export const CampaignAct = Type.Union([
  Type.Literal('created'),
  Type.Literal('changed'),
  Type.Literal('proposed'),
  Type.Literal('sentBack'),
  Type.Literal('started'),
  Type.Literal('drawn'),
  Type.Literal('paused'),
  Type.Literal('resumed'),
  Type.Literal('stopped'),
  Type.Literal('ended'),
]);
export type CampaignAct = Static<typeof CampaignAct>;

export const CampaignView = extend(CampaignSummary, {
  revision: Ordinal,
  plan: CampaignPlan,
  procedureTitle: LocalizedText,
  letterSubject: LocalizedText,
  pausedBecause: nullable(PauseCause),
  /** Whether I may change it, send it on, start it, or decide how it goes on. */
  may: Type.Object({
    change: Type.Boolean(),
    start: Type.Boolean(),
    steer: Type.Boolean(),
  }),
  numbers: CampaignNumbers,
  /** Who was left out when it was written down whom it is for; null before. */
  drawn: nullable(Type.Object({ at: Instant, leftOut: SelectionCount.properties.leftOut })),
  history: Type.Array(
    Type.Object({
      at: Instant,
      act: CampaignAct,
      by: nullable(Type.String()),
      reason: nullable(Type.String()),
    }),
  ),
});
export type CampaignView = Static<typeof CampaignView>;

/** What a campaign of my administration can be made of. */
export const CampaignChoices = Type.Array(
  Type.Object({
    procedureKey: Type.String(),
    title: LocalizedText,
    letters: Type.Array(Type.Object({ key: Type.String(), subject: LocalizedText })),
    kinds: Type.Array(
      Type.Object({
        key: Type.String(),
        name: LocalizedText,
        states: Type.Array(Type.Object({ key: Type.String(), label: LocalizedText })),
        fields: Type.Array(
          Type.Object({
            name: Type.String(),
            label: LocalizedText,
            /** Where it says one of these; empty where it may say anything. */
            values: Type.Array(Type.Object({ value: Type.String(), label: LocalizedText })),
          }),
        ),
      }),
    ),
  }),
);
export type CampaignChoices = Static<typeof CampaignChoices>;
