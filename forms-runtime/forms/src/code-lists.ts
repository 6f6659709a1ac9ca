import type { TextLocale } from '@irisflow/texts';
import type { ControlElement, FormDefinition, FormElement, Translations } from './form.ts';
import { pathOfScope, writeAt } from './pointer.ts';
import { present } from './present.ts';
import type { Choice, FieldSchema } from './schema.ts';

type Words = { readonly [L in TextLocale]?: string };

/** One code of a list, with its words. */
export interface Code {
  readonly code: string;
  readonly label: Words;
  /** The code of another list that it belongs to. */
  readonly parent?: string | undefined;
  /** The first and the last day on which it is offered, `YYYY-MM-DD`. */
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
}

/** Choices that several fields share. */
export interface CodeList {
  readonly key: string;
  readonly codes: readonly Code[];
}

type CodeLists = ReadonlyMap<string, CodeList>;

/** Words of codes stand apart from those that a form writes itself. */
const beginning = '_codes.';

/** The key under which a form finds the words of a code. */
export const codeTextOf = (list: string, code: string): string => `${beginning}${list}.${code}`;

/** Whether a text of a form comes from a code list: what is missing there is missing in the list. */
export const isCodeText = (key: string): boolean => key.startsWith(beginning);

const choiceOf = (list: string, { code, parent, validFrom, validTo }: Code): Choice => ({
  const: code,
  title: codeTextOf(list, code),
  ...present({ parent, validFrom, validTo }),
});

const withChoices = (schema: FieldSchema, oneOf: readonly Choice[]): FieldSchema =>
  schema.items === undefined ? { ...schema, oneOf } : { ...schema, items: { ...schema.items, oneOf } };

const controlsIn = (element: FormElement): readonly ControlElement[] =>
  element.type === 'Control' ? [element] : 'elements' in element ? element.elements.flatMap(controlsIn) : [];

const schemaPath = (scope: string): string[] => pathOfScope(scope).flatMap((name) => ['properties', name]);

const schemaAt = (root: FieldSchema, path: readonly string[]): FieldSchema | undefined =>
  path.reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>> | undefined)?.[name], root) as
    | FieldSchema
    | undefined;

/** Fills in the choices of fields and, inside tables, of the fields of their rows. */
const filled = (root: FieldSchema, controls: readonly ControlElement[], lists: CodeLists): FieldSchema =>
  controls.reduce((schema, { scope, options: { codes, detail } }) => {
    const path = schemaPath(scope);
    const field = schemaAt(schema, path);
    if (field === undefined) return schema;
    const list = lists.get(codes?.list ?? '');
    if (list !== undefined && list.codes.length > 0)
      return writeAt(
        schema,
        path,
        withChoices(
          field,
          list.codes.map((code) => choiceOf(list.key, code)),
        ),
      );
    if (detail === undefined || field.items === undefined) return schema;
    return writeAt(schema, [...path, 'items'], filled(field.items, detail, lists));
  }, root);

const namedIn = (controls: readonly ControlElement[]): readonly string[] =>
  controls.flatMap(({ options: { codes, detail = [] } }) => [
    ...(codes === undefined ? [] : [codes.list]),
    ...namedIn(detail),
  ]);

const wordsIn = (lists: readonly CodeList[], locale: TextLocale): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lists.flatMap(({ key, codes }) => codes.map(({ code, label }) => [codeTextOf(key, code), label[locale] ?? ''])),
  );

const withWords = (form: FormDefinition, lists: readonly CodeList[]): Translations =>
  Object.fromEntries(
    form.locales.map((locale) => [locale, { ...form.translations[locale], ...wordsIn(lists, locale) }]),
  );

/**
 * A form whose fields have the choices of the code lists that they name, with their words: what renders, checks or reads answers
 * sees choices like any others. A list that is not there, or is empty, fills in nothing.
 */
export const withCodeLists = (form: FormDefinition, lists: CodeLists): FormDefinition => {
  const controls = form.uischema.elements.flatMap(({ elements }) => elements.flatMap(controlsIn));
  const used = [...new Set(namedIn(controls))].flatMap((key) => lists.get(key) ?? []);
  if (used.length === 0) return form;
  return {
    ...form,
    schema: { ...form.schema, ...filled(form.schema, controls, lists) } as FormDefinition['schema'],
    translations: { ...form.translations, ...withWords(form, used) },
  };
};
