import { PLATFORM_CALLS } from '@irisflow/connector-sdk';
import { Type, type Static } from 'typebox';

const asked = PLATFORM_CALLS.countDays.request.properties;

export const Input = Type.Object({
  count: Type.Optional(Type.Enum(['nothing', 'workingDays', 'calendarDays'], { default: 'nothing' })),
  day: asked.day,
  days: Type.Optional(Type.Integer({ minimum: -5000, maximum: 5000 })),
  until: asked.until,
});

export const Output = PLATFORM_CALLS.countDays.response;

export type Input = Static<typeof Input>;
export type Output = Static<typeof Output>;
