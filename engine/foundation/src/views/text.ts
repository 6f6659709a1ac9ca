import type { Locale as KnownLocale } from '@irisflow/texts';
import { Type, type Static, type TLiteral, type TObject, type TProperties, type TSchema, type TUnion } from 'typebox';

export { locales } from '@irisflow/texts';
export const Locale = Type.Union([Type.Literal('fr'), Type.Literal('nl'), Type.Literal('en')]);
export type Locale = KnownLocale;

/** One text in every language of the platform. */
export const LocalizedText = Type.Object({ fr: Type.String(), nl: Type.String(), en: Type.String() });
export type LocalizedText = Static<typeof LocalizedText>;

/** What a function says in every language of the platform. */
export const inEveryLocale = (say: (locale: Locale) => string): LocalizedText => ({
  fr: say('fr'),
  nl: say('nl'),
  en: say('en'),
});

/** PostgreSQL counts no year 0. */
const storableYear = '^(?!0000)';
/** ISO 8601 instant in UTC, e.g. `2026-11-25T08:30:00.000Z`. */
export const Instant = Type.String({ format: 'date-time', pattern: storableYear });
/** ISO 8601 calendar date, e.g. `2026-11-25`. */
export const CalendarDate = Type.String({ format: 'date', pattern: storableYear });
const invisible = '\\s\\p{C}\\p{Z}\\p{M}\\u115F\\u1160\\u3164\\uFFA0\\u2800';
const visible = new RegExp(`[^${invisible}]`, 'u');

/** Whether a text shows anything to who reads it: blanks, marks of no width and fillers alone say nothing. */
export const isVisible = (text: string): boolean => visible.test(text);
/** A text of a person that has to say something. */
export const visibleText = (maxLength: number) => Type.String({ maxLength, pattern: visible.source });
/** A telephone number as people write it: 6 to 15 digits, with separators and a leading `+`. */
export const PhoneNumber = Type.String({ maxLength: 40, pattern: '^ *\\+?(?:[ ./()-]*[0-9]){6,15} *$' });
/** 128 random bits, URL-safe; shown to nobody. */
export const OpaqueId = Type.String({ pattern: '^[A-Za-z0-9_-]{16,64}$' });
/** A version or revision: what a database integer holds. */
export const Ordinal = Type.Integer({ minimum: 0, maximum: 2_147_483_647 });
export const EngineKey = Type.String({ pattern: '^[0-9]{1,19}$' });
/** Answers to a form: any JSON object; the form artifact decides what is allowed inside. */
export const FormData = Type.Record(Type.String(), Type.Unknown());
export type FormData = Static<typeof FormData>;

export const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

type LiteralsOf<T extends readonly string[]> = { -readonly [Place in keyof T]: TLiteral<T[Place]> };

/** One of a closed list of texts. */
export const oneOf = <const T extends readonly string[]>(values: T): TUnion<LiteralsOf<T>> =>
  Type.Union(values.map((value) => Type.Literal(value))) as TSchema as TUnion<LiteralsOf<T>>;

/** A page of a list; `nextCursor` is null on the last page. */
export const pageOf = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), total: Type.Integer({ minimum: 0 }), nextCursor: nullable(Type.String()) });
export interface Page<T> {
  items: T[];
  total: number;
  nextCursor: string | null;
}

/** RFC 9457 problem, the only error shape of the platform API. `errors` lists what is wrong with which field. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Optional(Type.String()),
  errors: Type.Optional(
    Type.Array(
      Type.Object({
        pointer: Type.String(),
        keyword: Type.String(),
        params: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
      }),
    ),
  ),
});
export type Problem = Static<typeof Problem>;

/** A view with more fields than another one. */
export const extend = <A extends TProperties, B extends TProperties>(base: TObject<A>, more: B) =>
  Type.Object({ ...base.properties, ...more });
