import { CalendarDate } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';

/** As answers keep it: what other systems, parameters and tables know the choice by. */
const CodeName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$' });

/** The content of a `*.codes.json`: choices that fields of forms share, with their words and their days. Closed. */
export const CodeListDescription = Type.Object(
  {
    kind: Type.Literal('codes'),
    formatVersion: Type.Literal(1),
    key: Name,
    name: Text,
    /** The code list of the folder whose codes `parent` names; left out where codes stand under none. */
    parents: Type.Optional(Name),
    codes: Type.Array(
      Type.Object(
        {
          code: CodeName,
          label: Text,
          parent: Type.Optional(CodeName),
          /** The first and the last day on which the code is offered; always where they are left out. */
          validFrom: Type.Optional(CalendarDate),
          validTo: Type.Optional(CalendarDate),
        },
        closed,
      ),
      { maxItems: 2000 },
    ),
  },
  closed,
);
export type CodeListDescription = Static<typeof CodeListDescription>;
