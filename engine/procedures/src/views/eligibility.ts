import { Type, type Static } from 'typebox';
import { CalendarDate, LocalizedText, nullable } from '@irisflow/foundation';

/** A form that says whether it is worth applying, and which of its answers an application begins with. */
export const EligibilityForm = Type.Object({
  title: LocalizedText,
  form: Type.Unknown(),
  fills: Type.Array(Type.Object({ from: Type.String(), to: Type.String() })),
});
export type EligibilityForm = Static<typeof EligibilityForm>;

/** What the rules say of answers that nobody has checked, on a day. */
export const EligibilityAnswer = Type.Object({
  answer: Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')]),
  reasons: Type.Array(LocalizedText),
  /** Euros. */
  amount: nullable(Type.Object({ label: LocalizedText, value: Type.Number() })),
  on: CalendarDate,
});
export type EligibilityAnswer = Static<typeof EligibilityAnswer>;
