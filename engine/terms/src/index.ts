export { changeCaseTerm, meetOpenTerms, startCaseTerm, type TermChange } from './case-terms.ts';
export { closuresRoom } from './closures-room.ts';
export { factsOfTerm, type TermFacts } from './described-term.ts';
export { resumeOfficeTerms, startOfficeTerms, suspendOfficeTerms } from './office-terms.ts';
export { termsMigrations } from './storage/migrations.ts';
export type { TermsTables } from './storage/tables.gen.ts';
export {
  type CaseTerm,
  findTerm,
  listOpenTerms,
  listTerms,
  listTermsToMove,
  lockTerm,
  updateTerm,
} from './storage/terms.ts';
export { calendarOf, calendarsOf } from './term-calendar.ts';
export { viewTerm, watchedTerm } from './term-view.ts';
export { recountWords, termWords } from './term-words.ts';
export { ClosureView, TermView } from './views.ts';
export { termWalls } from './walls/term-walls.ts';
