import {
  CalendarDate,
  extend,
  Instant,
  Locale,
  LocalizedText,
  nullable,
  OpaqueId,
  Ordinal,
} from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** As clocks in Brussels show it. */
const Time = Type.String({ pattern: '^(?:[01][0-9]|2[0-3]):[0-5][0-9]$' });

/** From when until when a counter is open on a day of the week; 1 is Monday. */
export const OpenHours = Type.Object({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), from: Time, to: Time });
export type OpenHours = Static<typeof OpenHours>;

/** What an office says of a counter. */
export const CounterSettings = Type.Object({
  name: LocalizedText,
  address: LocalizedText,
  /** Keys of the procedures for which one may come. */
  procedures: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 200 }),
  /** Whether one may come for anything else. */
  takesOther: Type.Boolean(),
  hours: Type.Array(OpenHours, { maxItems: 50 }),
  slotMinutes: Type.Integer({ minimum: 5, maximum: 240 }),
  /** How many are received at once. */
  desks: Type.Integer({ minimum: 1, maximum: 100 }),
  daysAhead: Type.Integer({ minimum: 1, maximum: 180 }),
  /** Hours that lie between booking and coming at least, for whoever books themselves. */
  hoursBefore: Type.Integer({ minimum: 0, maximum: 336 }),
  languages: Type.Array(Locale, { minItems: 1, maxItems: 3 }),
  isOpen: Type.Boolean(),
});
export type CounterSettings = Static<typeof CounterSettings>;

export const CounterView = extend(CounterSettings, {
  id: OpaqueId,
  administration: Type.String(),
  revision: Ordinal,
});
export type CounterView = Static<typeof CounterView>;

/** The free hours of a counter in seven days, and where there are some at all. */
export const FreeHours = Type.Object({
  days: Type.Array(
    Type.Object({
      day: CalendarDate,
      isClosed: Type.Boolean(),
      slots: Type.Array(Type.Object({ from: Instant, until: Instant })),
    }),
  ),
  /** The first day that has a free hour from the asked one on; null where none has. */
  firstFree: nullable(CalendarDate),
  /** The last day that can be booked. */
  lastDay: CalendarDate,
});
export type FreeHours = Static<typeof FreeHours>;
