import { Type, type Static } from 'typebox';

/** How well an identity provider has to know somebody, from the weakest to the strongest. */
export const AssuranceLevel = Type.Union([Type.Literal('low'), Type.Literal('substantial'), Type.Literal('high')]);
export type AssuranceLevel = Static<typeof AssuranceLevel>;
