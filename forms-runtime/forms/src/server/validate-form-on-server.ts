import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FieldError } from '../check-schema.ts';
import type { CompiledForm } from '../compile-form.ts';
import { resolveDateLimit } from '../date-limit.ts';
import { effectiveSchema } from '../effective-schema.ts';
import type { FormatName } from '../schema.ts';
import type { Audience, FormData } from '../form.ts';
import { formatParams, formats } from '../formats.ts';
import { nameAmbiguity } from '../name-ambiguity.ts';
import { matchesPattern } from '../pattern-cost.ts';
import { choiceErrors } from '../offered-choices.ts';
import { settle, type FormContext } from '../settle.ts';
import { firstErrors, inReadingOrder } from '../validate-form.ts';

interface Today {
  readonly today: string;
}

/** Ajv searches through the same bound as the rules do. */
const boundedPattern = (pattern: string, flags: string): RegExp =>
  Object.assign(new RegExp(pattern, flags), { test: (text: string): boolean => matchesPattern(pattern, text) });
boundedPattern.code = 'boundedPattern';

const newAjv = (): Ajv2020 => {
  const ajv = new Ajv2020({
    allErrors: true,
    verbose: true,
    strict: false,
    multipleOfPrecision: 6,
    ownProperties: true,
    passContext: true,
    formats,
    code: { regExp: boundedPattern },
  });
  const addDateKeyword = (keyword: string, fits: (date: string, limit: string) => boolean): void => {
    ajv.addKeyword({
      keyword,
      type: 'string',
      validate(this: Today, limit: string, date: string): boolean {
        return fits(date, resolveDateLimit(limit, this.today));
      },
    });
  };
  addDateKeyword('dateMin', (date, limit) => date >= limit);
  addDateKeyword('dateMax', (date, limit) => date <= limit);
  return ajv;
};

/** Applicators repeat what their inner errors say. */
const NOISE = new Set(['if', 'allOf', 'items', 'properties']);

const paramsOf = (error: ErrorObject, today: string): FieldError['params'] => {
  if (error.keyword === 'format') return formatParams(error.schema as FormatName, String(error.data));
  const { limit, pattern, type, multipleOf, allowedValue } = error.params as Record<string, string | number>;
  if (error.keyword.startsWith('date')) return { limit: resolveDateLimit(String(error.schema), today) };
  const found = { limit, pattern, type, multipleOf, allowedValue };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string | number] => entry[1] !== undefined),
  );
};

const suffixOf = (error: ErrorObject): string => {
  const { missingProperty, additionalProperty } = error.params as Record<string, string | undefined>;
  const name = missingProperty ?? additionalProperty;
  return name === undefined ? '' : `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
};

const fieldErrors = (errors: readonly ErrorObject[], today: string): readonly FieldError[] =>
  errors
    .filter((error) => !NOISE.has(error.keyword))
    .map((error) => ({
      pointer: `${error.instancePath}${suffixOf(error)}`,
      keyword: error.keyword,
      params: paramsOf(error, today),
    }));

const validators = new WeakMap<CompiledForm, Map<Audience, ValidateFunction>>();

const validatorFor = (compiled: CompiledForm, audience: Audience): ValidateFunction => {
  const known = validators.get(compiled) ?? new Map<Audience, ValidateFunction>();
  validators.set(compiled, known);
  const validate = known.get(audience) ?? newAjv().compile(effectiveSchema(compiled, audience));
  known.set(audience, validate);
  return validate;
};

/** The authoritative validation: same rules as `validateForm`, checked by Ajv on a schema only our compiler writes. */
export const validateFormOnServer = (
  compiled: CompiledForm,
  data: FormData,
  context: FormContext,
): readonly FieldError[] => {
  const validate = validatorFor(compiled, context.audience);
  const settled = settle(compiled, data, context);
  const isValid = validate.call({ today: context.today }, settled.data);
  const schemaErrors = isValid ? [] : fieldErrors(validate.errors ?? [], context.today);
  const first = firstErrors([...schemaErrors, ...choiceErrors(compiled, settled.data, context)]);
  return inReadingOrder(compiled, first.map(nameAmbiguity(settled.data)));
};
