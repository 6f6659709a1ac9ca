import { Locale, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { PlainKey } from './people.ts';

const keys = Type.String({ minLength: 1, maxLength: 100 });
const short = Type.String({ minLength: 1, maxLength: 200 });

/** What a rule of access says: whom it bounds, and to which cases. */
export const AccessRuleDraft = Type.Object({
  name: Type.Object({ fr: short, nl: short, en: short }),
  groups: Type.Array(PlainKey, { maxItems: 50, uniqueItems: true }),
  /** Ids of people. */
  people: Type.Array(OpaqueId, { maxItems: 200, uniqueItems: true }),
  /** Null for any. */
  procedures: nullable(Type.Array(keys, { minItems: 1, maxItems: 100, uniqueItems: true })),
  languages: nullable(Type.Array(Locale, { minItems: 1, maxItems: 4, uniqueItems: true })),
  /** By NIS code. */
  communes: nullable(
    Type.Array(Type.String({ pattern: '^[0-9]{5}$' }), { minItems: 1, maxItems: 19, uniqueItems: true }),
  ),
  showsDocuments: Type.Boolean(),
});
export type AccessRuleDraft = Static<typeof AccessRuleDraft>;

/** A rule as its administrators see it. */
export const AccessRuleView = Type.Object({
  id: Type.String(),
  name: LocalizedText,
  groups: Type.Array(Type.String()),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  procedures: nullable(Type.Array(Type.String())),
  languages: nullable(Type.Array(Type.String())),
  communes: nullable(Type.Array(Type.String())),
  showsDocuments: Type.Boolean(),
});
export type AccessRuleView = Static<typeof AccessRuleView>;
