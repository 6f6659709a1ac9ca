import { Instant, nullable } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** `portal` letters and messages, `mail` notices that something waits, `ebox`, `post` paper beside what is electronic. */
export const Channel = Type.Union([
  Type.Literal('portal'),
  Type.Literal('mail'),
  Type.Literal('ebox'),
  Type.Literal('post'),
]);
export type Channel = Static<typeof Channel>;

/** A choice of somebody, with the day on which they took it back. */
const ChoiceView = Type.Object({
  channel: Channel,
  chosenAt: Instant,
  withdrawnAt: nullable(Instant),
});

/** How somebody is reached, as they and the offices that deal with them read it. */
export const ReachView = Type.Object({
  /** What they chose and did not take back; companies are written to electronically without choosing. */
  channels: Type.Array(Channel),
  /** Whether their letters have to be posted. */
  byPost: Type.Boolean(),
  email: nullable(Type.Object({ value: Type.String(), isVerified: Type.Boolean() })),
});
export type ReachView = Static<typeof ReachView>;

/** The same as the person sees it, with everything that they ever chose. */
export const MyReach = Type.Object({
  ...ReachView.properties,
  /** Whether they ever chose anything; until then letters go by post. */
  hasChosen: Type.Boolean(),
  /** Whether they may choose: natural persons, and nobody under a mandate for a few procedures. */
  needsConsent: Type.Boolean(),
  mayChange: Type.Boolean(),
  /** The newest first. */
  history: Type.Array(ChoiceView),
});
export type MyReach = Static<typeof MyReach>;
