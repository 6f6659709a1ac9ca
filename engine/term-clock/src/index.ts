export { checkTerms } from './storage/check-terms.ts';
export { refuseAgainstTacitGrant } from './tacit-decision.ts';
export { tellOfMoney } from './tell-of-money.ts';
export { termClockRoom } from './term-clock-room.ts';
export { RecountedTerm, RecountPreview, RecountRules } from './views.ts';
export { watchTerms } from './watch-terms.ts';
