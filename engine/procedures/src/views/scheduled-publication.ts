import { type Static, Type } from 'typebox';
import { Instant, LocalizedText, ProcedureProblem, nullable } from '@irisflow/foundation';
import { VersionApproval } from './procedure.ts';
import { VersionException } from './release-finding.ts';

/** Why it could not go live: a code, what it says, and what is wrong with the files now. */
export const ScheduleFailure = Type.Object({
  code: Type.String(),
  title: LocalizedText,
  problems: Type.Array(ProcedureProblem),
});
export type ScheduleFailure = Static<typeof ScheduleFailure>;

/** What goes live at an hour to come. */
export const ScheduledPublication = Type.Object({
  id: Type.String(),
  goesLiveAt: Instant,
  scheduledAt: Instant,
  scheduledBy: Type.String(),
  note: Type.String(),
  /** Why its hour was changed last; null when it never was. */
  changeReason: nullable(Type.String()),
  /** The version that it follows; null when it is the first. */
  basedOnVersion: nullable(Type.Integer()),
  /** Another version was published since: it does not go live until somebody sets its hour anew. */
  isHeld: Type.Boolean(),
  /** Null when it gives no reasons that need an approval; whoever approves them approves the hour. */
  approval: nullable(VersionApproval),
  /** What it says to the people whom it asks sources about. */
  reasonsForOthers: Type.Array(Type.Object({ source: Type.String(), name: LocalizedText, reason: LocalizedText })),
  /** Null when nothing speaks against it. */
  exception: nullable(VersionException),
  /** What the last attempt failed with; it is tried again. Null before the hour, and when none failed. */
  failure: nullable(
    Type.Object({
      at: Instant,
      attempts: Type.Integer(),
      nextAt: Instant,
      ...ScheduleFailure.properties,
    }),
  ),
});
export type ScheduledPublication = Static<typeof ScheduledPublication>;
