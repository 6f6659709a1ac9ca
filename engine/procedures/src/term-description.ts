import { Type, type Static } from 'typebox';
import { closed, Name, Text } from './description-parts.ts';
import { LegalReference } from './legal-reference.ts';

/** Which days count as working days: those of the law, or those besides on which the administration is open. */
export const CalendarName = Type.Union([Type.Literal('legal'), Type.Literal('administration')]);
export type CalendarName = Static<typeof CalendarName>;

/** What it means when the last day of a term is over. */
const ExpiryEffect = Type.Union([
  Type.Literal('none'),
  Type.Literal('tacitGrant'),
  Type.Literal('tacitRefusal'),
  Type.Literal('escalate'),
]);
export type ExpiryEffect = Static<typeof ExpiryEffect>;

const StartRule = Type.Union([
  Type.Literal('receipt'),
  Type.Literal('completion'),
  Type.Literal('presentation'),
  Type.Literal('posting'),
  Type.Literal('delivery'),
  Type.Literal('presumedDelivery'),
  Type.Literal('availability'),
]);

/** How many days (or months) something may take by law. */
export const TermDescription = Type.Object(
  {
    key: Name,
    label: Text,
    length: Type.Integer({ minimum: 1, maximum: 3650 }),
    kind: Type.Union([Type.Literal('calendarDays'), Type.Literal('workingDays'), Type.Literal('months')]),
    legalRef: LegalReference,
    /** The act after which it begins; `receipt` where it is left out. */
    startsAfter: Type.Optional(StartRule),
    /** `legal` where it is left out. */
    calendar: Type.Optional(CalendarName),
    /** Percent of the term after which to warn. */
    warnAfter: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    /** Who has to act within it; `administration` where it is left out. */
    binds: Type.Optional(Type.Union([Type.Literal('administration'), Type.Literal('applicant')])),
    /** `none` where it is left out. */
    onExpiry: Type.Optional(ExpiryEffect),
    /** What the office promises by itself, with `legalRef` as the charter that says so; the law's own term runs beside it. */
    serviceTarget: Type.Optional(Type.Boolean()),
  },
  closed,
);
export type TermDescription = Static<typeof TermDescription>;
