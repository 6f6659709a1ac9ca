import { Type, type Static } from 'typebox';

export const Input = Type.Object({ loadId: Type.String({ pattern: '^[A-Za-z0-9]{15,18}$' }) });

export const Output = Type.Object({
  processed: Type.Integer(),
  failed: Type.Integer(),
  /** The first hundred that were refused, as they were sent, each with the code of its reason. */
  failures: Type.Array(Type.Object({ row: Type.Record(Type.String(), Type.String()), reason: Type.String() })),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
