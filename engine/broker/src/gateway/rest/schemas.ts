import { type TSchema, Type } from 'typebox';
import { MAX_NAME_LENGTH } from '../check-names.ts';

/** A field that may be left out or be null: both say the same. */
export const maybe = <Schema extends TSchema>(schema: Schema) => Type.Optional(Type.Union([schema, Type.Null()]));

export const Text = Type.String();
export const Texts = Type.Array(Text);
/** Names and ids that others gave. */
export const Name = Type.String({ maxLength: MAX_NAME_LENGTH });
export const RequiredName = Type.String({ minLength: 1, maxLength: MAX_NAME_LENGTH });
export const Names = Type.Array(Name);
export const Int = Type.Integer({ minimum: -(2 ** 31), maximum: 2 ** 31 - 1 });
export const Milliseconds = Type.Integer({ minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER });
/** Engine-assigned, as decimal text. */
export const Key = Type.String({ pattern: String.raw`^\d{1,18}$` });
export const JsonObject = Type.Record(Type.String(), Type.Unknown());
/** Commands that need no details. */
export const Nothing = Type.Unknown();

export const SearchBody = Type.Object({
  filter: maybe(JsonObject),
  sort: maybe(
    Type.Array(Type.Object({ field: Text, order: maybe(Type.Union([Type.Literal('ASC'), Type.Literal('DESC')])) }), {
      maxItems: 10,
    }),
  ),
  page: maybe(
    Type.Object({
      from: maybe(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })),
      limit: maybe(Type.Integer({ minimum: 1, maximum: 10_000 })),
      after: maybe(Text),
      before: maybe(Text),
    }),
  ),
});
