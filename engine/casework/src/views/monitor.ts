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

/** A running process on its diagram. Variable values are JSON text. */
export const InstanceView = extend(InstanceSummary, {
  xml: Type.String(),
  elements: Type.Array(ElementCount),
  variables: Type.Array(
    Type.Object({ name: Type.String(), value: Type.String(), scopeKey: EngineKey, scopeElementId: Type.String() }),
  ),
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

export const AuditEntry = Type.Object({
  sequence: Type.Integer(),
  at: Instant,
  actor: Type.String(),
  action: Type.String(),
  object: Type.String(),
  outcome: Type.String(),
  hash: Type.String(),
});
export type AuditEntry = Static<typeof AuditEntry>;
