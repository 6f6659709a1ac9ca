import { Type, type Static } from 'typebox';
import { EngineKey, Instant, OpaqueId, nullable, extend } from './text.ts';

/** The elements of a suspended instance stay active. */
const ElementState = Type.Union([Type.Literal('active'), Type.Literal('completed'), Type.Literal('canceled')]);

export const InstanceState = Type.Union([ElementState, Type.Literal('suspended')]);
export type InstanceState = Static<typeof InstanceState>;

export const InstanceSummary = Type.Object({
  processInstanceKey: EngineKey,
  caseId: nullable(OpaqueId),
  reference: nullable(Type.String()),
  version: Type.Integer(),
  state: InstanceState,
  startedAt: Instant,
  endedAt: nullable(Instant),
  incidents: Type.Integer(),
});
export type InstanceSummary = Static<typeof InstanceSummary>;

export const IncidentView = Type.Object({
  incidentKey: EngineKey,
  errorType: Type.String(),
  message: Type.String(),
  elementId: Type.String(),
  elementInstanceKey: EngineKey,
  jobKey: nullable(EngineKey),
  createdAt: Instant,
});
export type IncidentView = Static<typeof IncidentView>;

export const ElementCount = Type.Object({
  elementId: Type.String(),
  active: Type.Integer(),
  completed: Type.Integer(),
  canceled: Type.Integer(),
  incidents: Type.Integer(),
});
export type ElementCount = Static<typeof ElementCount>;

/** One part of a value that is not shown: where it is, its type, and for texts a class of length. */
export const ValueShape = Type.Object({
  path: Type.String(),
  kind: Type.Union([
    Type.Literal('text'),
    Type.Literal('number'),
    Type.Literal('boolean'),
    Type.Literal('null'),
    Type.Literal('list'),
    Type.Literal('object'),
  ]),
  size: nullable(Type.Union([Type.Literal('empty'), Type.Literal('short'), Type.Literal('long')])),
});
export type ValueShape = Static<typeof ValueShape>;

/** A variable in one scope. Its value is JSON text; a masked one has a shape instead, and perhaps a masked name. */
export const VariableView = Type.Object({
  name: Type.String(),
  value: nullable(Type.String()),
  isMasked: Type.Boolean(),
  shape: Type.Array(ValueShape),
  scopeKey: EngineKey,
  scopeElementId: Type.String(),
});
export type VariableView = Static<typeof VariableView>;

/** Until when a person sees the values of an instance. */
export const UnmaskingView = Type.Object({ endsAt: Instant });
export type UnmaskingView = Static<typeof UnmaskingView>;

/** A running process on its diagram. Personal values are masked unless the reader unmasked them. */
export const InstanceView = extend(InstanceSummary, {
  xml: Type.String(),
  elements: Type.Array(ElementCount),
  variables: Type.Array(VariableView),
  /** When masks come back for the reader; null while they are on. */
  unmaskedUntil: nullable(Instant),
  incidentList: Type.Array(IncidentView),
  history: Type.Array(
    Type.Object({
      elementId: Type.String(),
      kind: Type.String(),
      state: ElementState,
      startedAt: Instant,
      endedAt: nullable(Instant),
    }),
  ),
});
export type InstanceView = Static<typeof InstanceView>;

/** What a decision table answered and which rules matched. */
export const DecisionTrial = Type.Object({
  ok: Type.Boolean(),
  output: Type.Unknown(),
  failure: nullable(Type.String()),
  decisions: Type.Array(
    Type.Object({
      decisionId: Type.String(),
      decisionName: Type.String(),
      inputs: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), value: Type.Unknown() })),
      matchedRules: Type.Array(
        Type.Object({
          index: Type.Integer(),
          ruleId: Type.String(),
          outputs: Type.Record(Type.String(), Type.Unknown()),
        }),
      ),
      output: Type.Unknown(),
    }),
  ),
});
export type DecisionTrial = Static<typeof DecisionTrial>;

/** The reason and the values behind an audit entry, for the auditor. Null once they are erased. */
export const SealedDetailView = Type.Object({
  sequence: Type.Integer(),
  isErased: Type.Boolean(),
  content: nullable(
    Type.Object({
      reason: nullable(Type.String()),
      before: Type.Unknown(),
      after: Type.Unknown(),
      names: Type.Array(Type.String()),
    }),
  ),
});
export type SealedDetailView = Static<typeof SealedDetailView>;

export const AuditEntry = Type.Object({
  sequence: Type.Integer(),
  at: Instant,
  /** By reference, such as `person:<id>`. */
  actor: Type.String(),
  /** The name of a colleague; null for everyone else. */
  actorName: nullable(Type.String()),
  action: Type.String(),
  object: Type.String(),
  outcome: Type.String(),
  /** What was noted beside it, by key. */
  detail: Type.Record(Type.String(), Type.Unknown()),
  previousHash: Type.String(),
  hash: Type.String(),
});
export type AuditEntry = Static<typeof AuditEntry>;

const AuditProblem = Type.Union([
  Type.Literal('entryChanged'),
  Type.Literal('tailMissing'),
  Type.Literal('headChanged'),
  Type.Literal('anchorDiffers'),
  Type.Literal('anchoredMissing'),
  Type.Literal('anchorsChanged'),
]);

export const AuditVerification = Type.Object({
  checkedAt: Instant,
  intact: Type.Boolean(),
  entries: Type.Integer(),
  /** When the log was last written down outside the store; null when it never was. */
  anchoredAt: nullable(Instant),
  findings: Type.Array(
    Type.Object({
      problem: AuditProblem,
      /** The first entry that can no longer be believed, or the line of the anchors. */
      from: Type.Integer(),
      /** When the last anchor was made that still fits; null when there is none. */
      since: nullable(Instant),
    }),
  ),
});
export type AuditVerification = Static<typeof AuditVerification>;
