import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';
import { LegalReference } from './legal-reference.ts';

const Condition = Type.String({ pattern: '^=', maxLength: 2000 });

/** One point that whoever does a task looks at before it is completed. */
export const ChecklistItem = Type.Object(
  {
    key: Name,
    label: Text,
    legalRef: Type.Optional(LegalReference),
    /** FEEL over what the process and the form know: it concerns the case unless this is false. */
    when: Type.Optional(Condition),
    /** The same: it is done without anybody's tick where this is true. */
    done: Type.Optional(Condition),
    /** Open, it keeps the task from being completed. */
    required: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type ChecklistItem = Static<typeof ChecklistItem>;
