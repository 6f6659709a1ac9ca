export { askOpinion, MAX_DOCUMENTS, MAX_QUESTION, type OpinionAsked } from './opinions/ask-opinion.ts';
export { MAX_SAID } from './opinions/answer-opinion.ts';
export { declaredOpinion } from './opinions/described-opinion.ts';
export { opinionsRoom } from './opinions/opinions-room.ts';
export { outcomeWords } from './opinions/opinion-texts.ts';
export { viewOpinions, viewShared } from './opinions/view-opinions.ts';
export { watchOpinions } from './opinions/watch-opinions.ts';
export { inquiriesMigrations } from './storage/migrations.ts';
export { countAsked, listAsked, listOpinions, listOpinionsToEnd } from './storage/opinions.ts';
export type { InquiriesTables } from './storage/tables.gen.ts';
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
