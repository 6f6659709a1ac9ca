import { Type, type Static } from 'typebox';
import { LocalizedText, nullable } from './text.ts';

/** One thing wrong with a procedure folder: where, what, and how bad. */
export const ProcedureProblem = Type.Object({
  file: Type.String(),
  code: Type.String(),
  severity: Type.Union([Type.Literal('error'), Type.Literal('warning')]),
  message: LocalizedText,
  elementId: nullable(Type.String()),
  pointer: nullable(Type.String()),
  line: nullable(Type.Integer()),
});
export type ProcedureProblem = Static<typeof ProcedureProblem>;
