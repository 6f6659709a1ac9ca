import { Type, type Static } from 'typebox';

const Values = Type.Record(Type.String(), Type.Unknown());

export const Input = Type.Object({
  wsdl: Type.String({ pattern: '^https?://', maxLength: 2000 }),
  operation: Type.String({ minLength: 1, maxLength: 200 }),
  parameters: Type.Optional(Values),
  headerParameters: Type.Optional(Values),
  credential: Type.Optional(Type.String({ minLength: 1 })),
  errorsByFault: Type.Optional(Type.Record(Type.String(), Type.String({ pattern: '^[A-Z][A-Z0-9_]*$' }))),
  address: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 2000 })),
  soapVersion: Type.Optional(Type.Enum(['1.1', '1.2'])),
});

/** What the element of the answer holds, by its names; null where the operation answers nothing. */
export const Output = Type.Object({ answer: Type.Unknown() });

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
