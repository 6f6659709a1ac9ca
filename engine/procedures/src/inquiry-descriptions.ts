import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';
import { LegalReference } from './legal-reference.ts';
import { CalendarName, TermDescription } from './term-description.ts';

/** What another service is asked before a decision: who, how long they have, and what their silence means. */
export const OpinionDescription = Type.Object(
  {
    key: Name,
    label: Text,
    of: Type.Object(
      {
        /** Of the procedure where it is left out. */
        administration: Type.Optional(Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' })),
        group: Type.String({ pattern: '^[a-z][a-z0-9-]{1,39}$' }),
      },
      closed,
    ),
    length: TermDescription.properties.length,
    kind: TermDescription.properties.kind,
    /** `legal` where it is left out. */
    calendar: Type.Optional(CalendarName),
    legalRef: Type.Optional(LegalReference),
    /** What silence means; `none` where it is left out. */
    tacit: Type.Optional(Type.Union([Type.Literal('none'), Type.Literal('favorable'), Type.Literal('unfavorable')])),
    /** Whether the applicant reads the answer; not where it is left out. */
    isPublic: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type OpinionDescription = Static<typeof OpinionDescription>;

/** What somebody looks at before a decision: who, how long they have, and by which form they report. */
export const InspectionDescription = Type.Object(
  {
    key: Name,
    label: Text,
    of: OpinionDescription.properties.of,
    length: TermDescription.properties.length,
    kind: TermDescription.properties.kind,
    /** `legal` where it is left out. */
    calendar: Type.Optional(CalendarName),
    legalRef: Type.Optional(LegalReference),
    /** A form of the folder, for clerks. */
    form: Name,
    /** Whether the applicant knows of it and reads the report; not where it is left out. */
    isPublic: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type InspectionDescription = Static<typeof InspectionDescription>;

/** In which people are heard before a decision: how long before they are summoned, by which letters, and who. */
export const HearingDescription = Type.Object(
  {
    key: Name,
    label: Text,
    /** Keys of letters of the folder; they find day, time, place and reason below `values.hearing`. */
    letters: Type.Object({ summons: Name, moved: Name, canceled: Name }, closed),
    /** Whole days between the day of the summons and that of the hearing. */
    notice: Type.Integer({ minimum: 0, maximum: 366 }),
    kind: Type.Union([Type.Literal('calendarDays'), Type.Literal('workingDays')]),
    /** `legal` where it is left out. */
    calendar: Type.Optional(CalendarName),
    legalRef: Type.Optional(LegalReference),
    /** Whom the process summons; the applicant where it is left out. */
    summons: Type.Optional(
      Type.Object(
        { applicant: Type.Optional(Type.Boolean()), roles: Type.Optional(Type.Array(Name, { maxItems: 50 })) },
        closed,
      ),
    ),
  },
  closed,
);
export type HearingDescription = Static<typeof HearingDescription>;
