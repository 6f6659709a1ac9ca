import { Type, type Static } from 'typebox';

/** What speaks against a version when it is published. */
export const ReleaseFinding = Type.Union([
  /** A scenario of the procedure that does not go as it says. */
  Type.Object({ kind: Type.Literal('scenario'), file: Type.String(), title: Type.String() }),
  /** A line of a test table of decisions that does not come out as it says; lines count from 1 in the file. */
  Type.Object({
    kind: Type.Literal('decisionTest'),
    file: Type.String(),
    line: Type.Integer(),
    decision: Type.String(),
  }),
  /** A way on which a case would never end. */
  Type.Object({ kind: Type.Literal('path'), file: Type.String(), code: Type.String(), elementId: Type.String() }),
]);
export type ReleaseFinding = Static<typeof ReleaseFinding>;

/** Why somebody published a version all the same. */
export const VersionException = Type.Object({ reason: Type.String(), findings: Type.Array(ReleaseFinding) });
export type VersionException = Static<typeof VersionException>;
