/** The JSON types a field may hold. */
export type FieldType = 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';

/** A value that can stand in `const` or `enum`. */
export type Scalar = string | number | boolean;

/** The named formats; each is checked by the same function in the browser and on the server. */
export const formatNames = [
  'date',
  'email',
  'phone',
  'iban',
  'be-national-number',
  'be-enterprise-number',
  'be-establishment-unit',
  'be-structured-communication',
  'creditor-reference',
  'vin',
  'be-plate',
  'be-capakey',
  'be-commune',
  'postal-code-be',
] as const;
export type FormatName = (typeof formatNames)[number];

/** One choice of a closed list; its label lives in the translations under `title`. */
export interface Choice {
  readonly const: Scalar;
  readonly title: string;
  /** The answer to another field under which alone it is offered; only choices of a code list have one. */
  readonly parent?: string;
  /** The first day on which it is offered, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  /** The last day on which it is offered. */
  readonly validTo?: string;
}

/** Keywords that narrow one value; shared by stored fields and rule conditions. */
export interface ValueKeywords {
  readonly type?: FieldType;
  readonly const?: Scalar;
  readonly enum?: readonly Scalar[];
  readonly format?: FormatName;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Earliest date: `YYYY-MM-DD`, `today`, or `today` plus or minus days, months or years (`today-18y`). */
  readonly dateMin?: string;
  /** Latest date, written like `dateMin`. */
  readonly dateMax?: string;
}

/** The stored schema of one field: the JSON Schema 2020-12 keywords this platform accepts, and no other. */
export interface FieldSchema extends ValueKeywords {
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly required?: readonly string[];
  readonly items?: FieldSchema;
  readonly oneOf?: readonly Choice[];
  readonly readOnly?: boolean;
  readonly default?: Scalar;
}

/** The choices of a field, of one answer or of several; undefined where it has none. */
export const fieldChoices = ({ oneOf, items }: FieldSchema): readonly Choice[] | undefined => oneOf ?? items?.oneOf;

/** The root of a form's schema. */
export interface RootSchema extends FieldSchema {
  readonly $schema?: string;
  readonly $id?: string;
  readonly type: 'object';
  readonly properties: Readonly<Record<string, FieldSchema>>;
}

/** The schema of a rule condition: what the value at its scope must satisfy. */
export interface ConditionSchema extends ValueKeywords {
  readonly contains?: ConditionSchema;
  readonly not?: ConditionSchema;
  readonly allOf?: readonly ConditionSchema[];
  readonly anyOf?: readonly ConditionSchema[];
}

/** What both validators run: field keywords plus the conditional part that only the compiler writes. */
export interface EffectiveSchema extends ValueKeywords {
  readonly properties?: Readonly<Record<string, EffectiveSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: EffectiveSchema;
  readonly contains?: EffectiveSchema;
  readonly not?: EffectiveSchema;
  readonly allOf?: readonly EffectiveSchema[];
  readonly anyOf?: readonly EffectiveSchema[];
  readonly if?: EffectiveSchema;
  readonly then?: EffectiveSchema;
}
