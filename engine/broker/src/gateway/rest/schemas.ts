import { type TProperties, type TSchema, Type } from 'typebox';
import { MAX_NAME_LENGTH } from '../check-names.ts';

/** An object with these fields and no others: a misspelled field is an error, not something that silently has no effect. */
export const shape = <Properties extends TProperties>(properties: Properties) =>
  Type.Object(properties, { additionalProperties: false });

/** A schema that the description of the API shows once, under this name. */
export const titled = <Schema extends TSchema>(title: string, schema: Schema): Schema => ({ ...schema, title });

/** A field that may be left out or be null: both say the same. */
export const maybe = <Schema extends TSchema>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]));

/** A field of an answer that is always there and may have no value. */
export const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

export const Text = Type.String();
export const Texts = Type.Array(Text);
/** Names and ids that others gave. */
export const Name = Type.String({ maxLength: MAX_NAME_LENGTH });
export const RequiredName = Type.String({ minLength: 1, maxLength: MAX_NAME_LENGTH });
export const Names = Type.Array(Name);
export const Int = Type.Integer({ minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
/** Since 1970. */
export const Milliseconds = Type.Integer({ minimum: 0 });
const POSITIVE = String.raw`^[1-9]\d{0,14}$`;
/** A number of 64 bits; clients whose language has none send it as decimal text. `Number` reads both. */
const long = (minimum: number, pattern: string) =>
  Type.Union([Type.Integer({ minimum, maximum: 10 ** 15 - 1 }), Type.String({ pattern })]);
/** Milliseconds of which less than none means something. */
export const SignedDuration = long(1 - 10 ** 15, String.raw`^-?\d{1,15}$`);
export const Duration = long(0, String.raw`^\d{1,15}$`);
export const PositiveDuration = long(1, POSITIVE);
/** Engine-assigned, as decimal text. */
export const Key = Type.String({ pattern: String.raw`^\d{1,18}$` });
/** -1 is the key of nothing, for clients that read a number in any case. */
export const KeyOrNone = Type.String({ pattern: String.raw`^(-1|\d{1,19})$` });
export const Moment = Type.String({ format: 'date-time' });
export const JsonObject = Type.Record(Type.String(), Type.Unknown());
/** A number by which the caller finds its own command again. */
export const OperationReference = long(1, POSITIVE);
/** Commands that need no details. */
export const Nothing = shape({ operationReference: maybe(OperationReference) });

/** Clients write it in capitals or not. */
const Order = Type.String({ pattern: '^([Aa][Ss][Cc]|[Dd][Ee][Ss][Cc])$', description: 'ASC or DESC, in any case.' });
export const Sort = Type.Array(shape({ field: Text, order: maybe(Order) }), { maxItems: 10 });
export const PageOf = titled(
  'PageRequest',
  shape({
    from: maybe(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
    limit: maybe(Type.Integer({ minimum: 1, maximum: 10_000 })),
    after: maybe(Text),
    before: maybe(Text),
  }),
);
export const SearchBody = shape({ filter: maybe(JsonObject), sort: maybe(Sort), page: maybe(PageOf) });
