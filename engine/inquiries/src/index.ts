export { cancelHearingsOfCase, prepareCancellations } from './hearings/close-hearings.ts';
export { hearingsRoom } from './hearings/hearings-room.ts';
export {
  type HearingOrder,
  type HearingScheduled,
  prepareHearing,
  scheduleHearing,
} from './hearings/schedule-hearing.ts';
export { viewHearings, viewSharedHearings } from './hearings/view-hearings.ts';
export {
  askInspection,
  declaredInspection,
  type InspectionAsked,
  type InspectionOrder,
  MAX_SUBJECT,
} from './inspections/ask-inspection.ts';
export { findingWords } from './inspections/inspection-texts.ts';
export { inspectionsRoom } from './inspections/inspections-room.ts';
export { reportForm, viewInspections, viewSharedInspections } from './inspections/view-inspections.ts';
export { watchHearings } from './hearings/watch-hearings.ts';
export { watchInspections } from './inspections/watch-inspections.ts';
export { askOpinion, MAX_QUESTION, type OpinionAsked } from './opinions/ask-opinion.ts';
export { declaredOpinion } from './opinions/described-opinion.ts';
export { opinionsRoom } from './opinions/opinions-room.ts';
export { outcomeWords } from './opinions/opinion-texts.ts';
export { viewOpinions, viewShared } from './opinions/view-opinions.ts';
export { watchOpinions } from './opinions/watch-opinions.ts';
export { MAX_DOCUMENTS, MAX_SAID } from './said.ts';
export { listDeskHearings, listHearings } from './storage/hearings.ts';
export { listAskedInspectionRows, listInspections, listInspectionsToEnd } from './storage/inspections.ts';
export { inquiriesMigrations } from './storage/migrations.ts';
export { countAsked, listAsked, listOpinions, listOpinionsToEnd } from './storage/opinions.ts';
export type { InquiriesTables } from './storage/tables.gen.ts';
export {
  ClockTime,
  HearingChoices,
  HearingState,
  HearingSummary,
  HearingView,
  HearingWish,
  SharedHearing,
  SummonedView,
} from './views/hearing.ts';
export {
  AskedInspection,
  AskedInspectionSummary,
  InspectionChoices,
  InspectionDraft,
  InspectionOutcome,
  InspectionState,
  InspectionView,
  SharedInspection,
} from './views/inspection.ts';
export {
  AskedOpinion,
  AskedOpinions,
  AskedOpinionSummary,
  OpinionChoices,
  OpinionDocument,
  OpinionOutcome,
  OpinionState,
  OpinionView,
  SharedOpinion,
  TacitOpinion,
} from './views/opinion.ts';
export { inquiryWalls, opinionReach } from './walls/inquiry-walls.ts';
