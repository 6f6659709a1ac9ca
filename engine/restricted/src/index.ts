export { maskResult, maskVariables, readsRestricted, secretsIn } from './mask-variables.ts';
export { labelOfField, mayUnmaskField, viewRestricted } from './may-unmask.ts';
export { isRestrictedAt, prefillPutBack, putBack, putBackApart, setApart, wholeAnswers } from './set-apart.ts';
export { restrictedMigrations } from './storage/migrations.ts';
export { type ApartAnswer, keepApart, readApart, takeApart } from './storage/restricted-answers.ts';
export type { RestrictedTables } from './storage/tables.gen.ts';
export { endAnswerUnmasking, insertAnswerUnmasking, lockOpenUnmaskings, openUnmaskings } from './storage/unmaskings.ts';
export { RestrictedField } from './views/restricted-field.ts';
export { restrictedWalls } from './walls/restricted-walls.ts';
