import { AccessRuleView } from '@irisflow/access';
import { LocalizedText } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** The rules of an administration, and the communes that they can name. */
export const AccessRules = Type.Object({
  rules: Type.Array(AccessRuleView),
  communes: Type.Array(Type.Object({ nis: Type.String(), name: LocalizedText })),
});
export type AccessRules = Static<typeof AccessRules>;

const Counts = Type.Object({
  cases: Type.Integer({ minimum: 0 }),
  /** Open ones. */
  tasks: Type.Integer({ minimum: 0 }),
  documents: Type.Integer({ minimum: 0 }),
});

/** How much of what an administration has somebody sees. */
export const ReachPreview = Type.Object({
  seen: Counts,
  all: Counts,
  procedures: Type.Array(
    Type.Object({
      key: Type.String(),
      title: LocalizedText,
      cases: Type.Integer({ minimum: 0 }),
      all: Type.Integer({ minimum: 0 }),
    }),
  ),
});
export type ReachPreview = Static<typeof ReachPreview>;
