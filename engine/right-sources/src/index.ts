export { answerQuestion, type RightQuestion, type ToldRight } from './answer/answer-question.ts';
export { followRights } from './follow/follow-rights.ts';
export { prefillWithRights, registersWithRights } from './registers.ts';
export { rightSourcesRoom } from './right-sources-room.ts';
export { rightSourcesMigrations } from './storage/migrations.ts';
export type { RightSourcesTables } from './storage/tables.gen.ts';
export {
  RightAnswer,
  RightQuestionPage,
  RightQuestionView,
  RightSourceStanding,
  RightSourceView,
  UnknownBecause,
} from './views/right-source.ts';
export { rightSourceWalls } from './walls/right-source-walls.ts';
