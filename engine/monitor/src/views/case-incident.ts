import { EngineKey, Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Where a case stands still, for clerks: the step by its name, what it means, since when. */
export const CaseIncident = Type.Object({
  incidentKey: EngineKey,
  caseId: OpaqueId,
  reference: Type.String(),
  applicant: Type.String(),
  title: LocalizedText,
  step: LocalizedText,
  text: LocalizedText,
  since: Instant,
});
export type CaseIncident = Static<typeof CaseIncident>;

/** What stands still in an administration: how much, and what waits the longest. */
export const OfficeIncidents = Type.Object({ total: Type.Integer(), items: Type.Array(CaseIncident) });
export type OfficeIncidents = Static<typeof OfficeIncidents>;

/** Whether a technical check holds a case up, as its applicant is told: since when, and nothing technical. */
export const CaseStandstill = Type.Object({ since: nullable(Instant) });
export type CaseStandstill = Static<typeof CaseStandstill>;
