import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';

/** A JSON pointer of a field of the application form. */
const Field = Type.String({ pattern: '^(/[^/]+)+$', maxLength: 200 });
const Fields = Type.Array(Field, { minItems: 1, maxItems: 50, uniqueItems: true });

/** Something that was asked for beside the rest, and can be taken back without it. */
const WithdrawablePart = Type.Object(
  {
    key: Name,
    label: Text,
    /** What was answered about it, which is shown with it. */
    fields: Type.Optional(Fields),
  },
  closed,
);
export type WithdrawablePart = Static<typeof WithdrawablePart>;

/** What applicants may say of a case that runs, beside writing messages: that an answer is another one by now, that they no longer ask for a part. */
export const ChangesDescription = Type.Object(
  {
    /** Fields whose answers may be declared anew. */
    fields: Type.Optional(Fields),
    parts: Type.Optional(Type.Array(WithdrawablePart, { minItems: 1, maxItems: 50 })),
  },
  closed,
);
export type ChangesDescription = Static<typeof ChangesDescription>;
