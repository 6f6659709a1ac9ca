import { Type, type Static } from 'typebox';
import { closed, Text } from './description-parts.ts';
import { oneOf } from '@irisflow/foundation';

/** What a procedure is about. The list is closed, so that the portals of all administrations sort alike. */
const themes = [
  'housing',
  'family',
  'health',
  'work',
  'economy',
  'mobility',
  'environment',
  'heritage',
  'education',
  'culture',
  'taxes',
  'citizenship',
] as const;

/** What happens to people and companies that makes them look for a procedure. */
const lifeEvents = [
  'moving',
  'renting',
  'renovating',
  'havingChild',
  'losingIncome',
  'disability',
  'studying',
  'startingBusiness',
  'hiring',
  'vehicle',
  'bereavement',
] as const;

export const Theme = oneOf(themes);
export type Theme = Static<typeof Theme>;
export const LifeEvent = oneOf(lifeEvents);
export type LifeEvent = Static<typeof LifeEvent>;

/** What a procedure costs who applies: euros, 0 where it is free, null where it depends on what the note says. */
export const Cost = Type.Object(
  {
    amount: Type.Union([Type.Number({ minimum: 0, maximum: 1_000_000, multipleOf: 0.01 }), Type.Null()]),
    note: Type.Optional(Text),
  },
  closed,
);
export type Cost = Static<typeof Cost>;

/** Where one can come in person. */
export const Counter = Type.Object(
  {
    name: Text,
    address: Text,
    hours: Text,
    /** Where an appointment is made; without it one comes as one likes. */
    appointment: Type.Optional(Type.String({ pattern: '^https?://', maxLength: 300 })),
  },
  closed,
);
export type Counter = Static<typeof Counter>;

const Expression = Type.String({ pattern: '^=', maxLength: 2000 });
const Pointer = Type.String({ pattern: '^(/[^/]+)+$', maxLength: 300 });

/** A short form whose answers a decision of the folder judges before anybody applies. */
export const Eligibility = Type.Object(
  {
    /** Key of the form; what its fields write are the variables of the decision, beside `parameters`. */
    form: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' }),
    /** Id of a decision in a DMN file of the folder. */
    decision: Type.String({ minLength: 1, maxLength: 200 }),
    /** FEEL over `result`: true, false, or null where only a person can say. */
    eligible: Expression,
    /** FEEL over `result`: a list of codes of `grounds`. */
    grounds: Type.Optional(Expression),
    /** FEEL over `result`: euros that may be expected, and what they are. */
    amount: Type.Optional(Type.Object({ value: Expression, label: Text }, closed)),
    /** Which answers an application begins with: from a field of this form to one of the application. */
    fills: Type.Optional(Type.Array(Type.Object({ from: Pointer, to: Pointer }, closed), { maxItems: 50 })),
  },
  closed,
);
export type Eligibility = Static<typeof Eligibility>;
