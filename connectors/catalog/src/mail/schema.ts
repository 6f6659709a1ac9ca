import { Type, type Static } from 'typebox';

export const Input = Type.Object({
  to: Type.String({ format: 'email' }),
  subject: Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\r\\n]*$' }),
  text: Type.String({ minLength: 1, maxLength: 100_000 }),
  html: Type.Optional(Type.String({ maxLength: 500_000 })),
  attachments: Type.Optional(Type.Array(Type.String({ minLength: 1 }), { maxItems: 20 })),
});

export const Output = Type.Object({ messageId: Type.String() });

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
