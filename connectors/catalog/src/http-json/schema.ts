import { Type, type Static } from 'typebox';

const HeaderValue = Type.String({ pattern: '^[^\\r\\n]*$', maxLength: 4000 });

export const Input = Type.Object({
  method: Type.Optional(Type.Enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], { default: 'GET' })),
  url: Type.String({ minLength: 1, maxLength: 4000 }),
  headers: Type.Optional(Type.Record(Type.String(), HeaderValue)),
  body: Type.Optional(Type.Unknown()),
  credential: Type.Optional(Type.String({ minLength: 1 })),
  timeoutMs: Type.Optional(Type.Integer({ minimum: 100, maximum: 30_000, default: 10_000 })),
  pick: Type.Optional(Type.Record(Type.String(), Type.String({ pattern: '^(/|$)' }))),
});

export const Output = Type.Object({
  status: Type.Integer(),
  /** The whole answer, or with `pick` an object of the chosen places. */
  body: Type.Unknown(),
});

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
