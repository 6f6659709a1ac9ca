import { checkSchema, type SchemaFinding } from './check-schema.ts';
import type { RightDescription, RightField } from './right-description.ts';

/** Euros and cents, as text: sums of money are never doubles. */
const MONEY = String.raw`^-?[0-9]{1,12}(\.[0-9]{1,2})?$`;

const DEFAULT_LENGTH = 1000;

type OfType<Type extends RightField['type']> = Extract<RightField, { type: Type }>;

const schemaOfText = ({ format, maxLength = DEFAULT_LENGTH, enum: values }: OfType<'string'>): object => ({
  type: 'string',
  maxLength,
  ...(values === undefined ? {} : { enum: values }),
  ...(format === 'date' ? { format } : {}),
  ...(format === 'money' ? { pattern: MONEY } : {}),
});

const schemaOf = (field: RightField): object => {
  switch (field.type) {
    case 'string':
      return schemaOfText(field);
    case 'integer': {
      // Beyond these, numbers of JSON are not exact any more.
      const { minimum = Number.MIN_SAFE_INTEGER, maximum = Number.MAX_SAFE_INTEGER } = field;
      return { type: 'integer', minimum, maximum };
    }
    case 'boolean':
      return { type: 'boolean' };
    case 'array':
      return {
        type: 'array',
        maxItems: field.maxItems ?? 100,
        items: { type: 'string', maxLength: field.items.maxLength ?? 200 },
      };
  }
};

/** What of the data of a right its kind does not allow; empty when it is fine. */
export const checkRightData = ({ data }: RightDescription, value: unknown): readonly SchemaFinding[] => {
  const checked = checkSchema(
    {
      type: 'object',
      required: data.required ?? [],
      additionalProperties: false,
      properties: Object.fromEntries(Object.entries(data.properties).map(([name, field]) => [name, schemaOf(field)])),
    },
    value,
  );
  return checked.ok ? [] : checked.findings;
};
