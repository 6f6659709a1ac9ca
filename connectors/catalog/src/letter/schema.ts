import { LetterChannel, PLATFORM_CALLS } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

const { template, values } = PLATFORM_CALLS.sendLetter.request.properties;

export const Input = Type.Object({
  template,
  channel: Type.Optional(Type.Array(LetterChannel, { minItems: 1, default: ['portal'] })),
  values: Type.Optional(values),
});

export const Output = PLATFORM_CALLS.sendLetter.response;

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
