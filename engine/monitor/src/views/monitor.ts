import { Type, type Static } from 'typebox';
import { EngineKey, Instant, LocalizedText, OpaqueId, nullable, extend } from '@irisflow/foundation';

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
  /** As the engine and its workers write it. */
  message: Type.String(),
  /** What it means for the case. */
  text: LocalizedText,
  elementId: Type.String(),
  elementInstanceKey: EngineKey,
  jobKey: nullable(EngineKey),
  createdAt: Instant,
});
export type IncidentView = Static<typeof IncidentView>;

/** Where a case of a procedure stands still, for whoever drew it: the step, what it means and what to do. */
export const ProcedureIncident = Type.Object({
  incidentKey: EngineKey,
  processInstanceKey: EngineKey,
  version: Type.Integer(),
  elementId: Type.String(),
  step: LocalizedText,
  text: LocalizedText,
  advice: LocalizedText,
  since: Instant,
});
export type ProcedureIncident = Static<typeof ProcedureIncident>;

/** The eldest first; of many, those that wait the longest. */
export const ProcedureIncidents = Type.Object({ total: Type.Integer(), items: Type.Array(ProcedureIncident) });
export type ProcedureIncidents = Static<typeof ProcedureIncidents>;

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

/** A step that a case can go on at by hand. */
export const StepWay = Type.Object({
  elementId: Type.String(),
  /** As the standard calls its kind, such as `userTask`. */
  kind: Type.String(),
  /** Whether it comes next anyway, so that only the step itself is passed over. */
  isNext: Type.Boolean(),
});
export type StepWay = Static<typeof StepWay>;

/** What an instance stands at and may be moved from, with where to. */
export const StepMove = Type.Object({
  elementInstanceKey: EngineKey,
  elementId: Type.String(),
  kind: Type.String(),
  ways: Type.Array(StepWay),
});
export type StepMove = Static<typeof StepMove>;

/** A running process on its diagram. Personal values are masked unless the reader unmasked them. */
export const InstanceView = extend(InstanceSummary, {
  xml: Type.String(),
  /** Of steps and flows in every language, by their ids in the drawing. */
  names: Type.Record(Type.String(), LocalizedText),
  elements: Type.Array(ElementCount),
  variables: Type.Array(VariableView),
  /** When masks come back for the reader; null while they are on. */
  unmaskedUntil: nullable(Instant),
  incidentList: Type.Array(IncidentView),
  /** For whoever may move it; empty for others. */
  moves: Type.Array(StepMove),
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
