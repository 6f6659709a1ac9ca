import { Instant, nullable, oneOf } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** When somebody is asked how they found it: once they filed, and once their case was closed. */
export const FeedbackMoment = oneOf(['filed', 'closed'] as const);
export type FeedbackMoment = Static<typeof FeedbackMoment>;

/** From 1, bad, to 5, very good. */
export const Score = Type.Integer({ minimum: 1, maximum: 5 });

const GivenFeedback = Type.Object({
  score: Score,
  comment: nullable(Type.String()),
  /** Until when it can be changed; null when that is over. */
  changeableUntil: nullable(Instant),
});

/** What I am asked of my case, and what I answered. */
export const MyFeedback = Type.Object({
  /** What is asked now; null when nothing is. */
  asked: nullable(FeedbackMoment),
  given: nullable(GivenFeedback),
});
export type MyFeedback = Static<typeof MyFeedback>;

/** What somebody answered, for a copy of everything that is held about them. */
export interface FeedbackCopy {
  readonly moment: FeedbackMoment;
  readonly score: number;
  readonly comment: string | null;
  readonly givenAt: string;
}

const Scores = Type.Array(Type.Integer({ minimum: 0 }), { minItems: 5, maxItems: 5 });

/** How applicants found the procedures of an administration: numbers and words, of nobody. */
export const FeedbackNumbers = Type.Object({
  total: Type.Integer({ minimum: 0 }),
  /** Below so many answers, neither scores nor words are told. */
  least: Type.Integer(),
  /** How often 1 to 5 was given; null where too few answered. */
  scores: nullable(Scores),
  /** To one decimal. */
  average: nullable(Type.Number()),
  /** A month of too few answers counts and has no average. */
  months: Type.Array(
    Type.Object({ month: Type.String(), count: Type.Integer({ minimum: 0 }), average: nullable(Type.Number()) }),
  ),
  comments: Type.Array(Type.Object({ month: Type.String(), score: Score, text: Type.String() })),
});
export type FeedbackNumbers = Static<typeof FeedbackNumbers>;
