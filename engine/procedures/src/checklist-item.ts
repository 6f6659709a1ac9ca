import { LocalizedText } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { LegalReference } from './legal-reference.ts';

const Condition = Type.String({ pattern: '^=', maxLength: 2000 });

/** One point that whoever does a task looks at before it is completed. */
export const ChecklistItem = Type.Object(
  {
    key: Type.String({ pattern: '^[a-zA-Z][a-zA-Z0-9-]{0,62}$' }),
    label: Type.Object(LocalizedText.properties, { additionalProperties: false }),
    legalRef: Type.Optional(LegalReference),
    /** FEEL over what the process and the form know: it concerns the case unless this is false. */
    when: Type.Optional(Condition),
    /** The same: it is done without anybody's tick where this is true. */
    done: Type.Optional(Condition),
    /** Open, it keeps the task from being completed. */
    required: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type ChecklistItem = Static<typeof ChecklistItem>;
