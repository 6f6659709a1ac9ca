import type { TextLocale } from '@irisflow/texts';
import { isCodeText } from './code-lists.ts';
import { compileForm, type CompiledControl, type CompiledForm } from './compile-form.ts';
import { scopesOf } from './conditions.ts';
import type { FormDefinition, FormElement } from './form.ts';
import { numberFindings } from './number-findings.ts';
import { pathOfScope } from './pointer.ts';
import { restrictionFindings, type RestrictionFinding } from './restricted.ts';
import { calcScopes, choiceScopes, ruleScopes, scopesReadBy } from './scopes-read.ts';
import type { FieldSchema } from './schema.ts';
import { widgetFits } from './widget-fit.ts';

/** A defect of a well-formed form. Errors block publishing; warnings do not. */
export interface FormFinding {
  readonly code:
    | 'FORM_TEXT_MISSING'
    | 'FORM_DUPLICATE_ID'
    | 'FORM_DUPLICATE_SCOPE'
    | 'FORM_DANGLING_SCOPE'
    | 'FORM_RULE_CIRCLE'
    | 'FORM_PAGE_UNREACHABLE'
    | 'FORM_WIDGET_MISMATCH'
    | 'FORM_LOCALE_UNDECLARED'
    | 'FORM_FIELD_NOT_SHOWN'
    | 'FORM_IDENTIFIER_AS_NUMBER'
    | 'FORM_MONEY_WITHOUT_CENTS'
    | RestrictionFinding;
  readonly severity: 'error' | 'warning';
  /** Id of the element, or a scope, or a translation key. */
  readonly subject: string;
  readonly detail: string;
}

const error = (code: FormFinding['code'], subject: string, detail: string): FormFinding => ({
  code,
  severity: 'error',
  subject,
  detail,
});

const fieldAt = (root: FieldSchema, scope: string): FieldSchema | undefined =>
  pathOfScope(scope).reduce<FieldSchema | undefined>((schema, name) => schema?.properties?.[name], root);

type Choices = readonly FieldSchema[];

const choicesOf = (schema: FieldSchema): Choices => [schema, ...(schema.items === undefined ? [] : [schema.items])];

const controlTexts = (control: CompiledControl): readonly string[] => {
  const titles = choicesOf(control.schema)
    .flatMap((schema) => (schema.oneOf ?? []).map((choice) => choice.title))
    .filter((title) => !isCodeText(title));
  const rows = control.widget === 'table' ? [`${control.i18n}.item`, `${control.i18n}.add`] : [];
  return [`${control.i18n}.label`, ...titles, ...rows, ...control.rows.flatMap(controlTexts)];
};

/** Every translation key the form cannot do without. */
const neededTexts = ({ pages }: CompiledForm): readonly string[] => {
  const keys = pages.flatMap((page) => [
    `${page.i18n}.label`,
    ...page.sections.flatMap((section) => [
      ...(section.i18n === undefined ? [] : [`${section.i18n}.label`]),
      ...section.items.flatMap((item) => (item.kind === 'notice' ? [`${item.i18n}.text`] : controlTexts(item))),
    ]),
  ]);
  return [...new Set(keys)];
};

const writtenIn = (form: FormDefinition, locale: TextLocale): Readonly<Record<string, string>> =>
  form.translations[locale] ?? {};

/** A key written in one language must exist in all of them: an optional hint in French only is a gap too. */
const textFindings = (compiled: CompiledForm): readonly FormFinding[] => {
  const { form } = compiled;
  const written = form.locales
    .flatMap((locale) => Object.keys(writtenIn(form, locale)))
    .filter((key) => !isCodeText(key));
  const keys = [...new Set([...neededTexts(compiled), ...written])];
  return form.locales.flatMap((locale) => {
    const texts = writtenIn(form, locale);
    return keys
      .filter((key) => (texts[key] ?? '').trim() === '')
      .map((key) => error('FORM_TEXT_MISSING', key, `no text in "${locale}"`));
  });
};

const localeFindings = ({ locales, defaultLocale }: FormDefinition): readonly FormFinding[] =>
  locales.includes(defaultLocale)
    ? []
    : [error('FORM_LOCALE_UNDECLARED', defaultLocale, 'the default language is not among the declared ones')];

const idsOf = (element: FormElement): readonly string[] => {
  if ('elements' in element) return [element.id, ...element.elements.flatMap(idsOf)];
  return element.type === 'Control' ? [element.id, ...(element.options.detail ?? []).flatMap(idsOf)] : [element.id];
};

const repeated = (values: readonly string[]): readonly string[] => [
  ...new Set(values.filter((value, index) => values.indexOf(value) !== index)),
];

const duplicateFindings = (form: FormDefinition, compiled: CompiledForm): readonly FormFinding[] => {
  const ids = form.uischema.elements.flatMap((page) => [page.id, ...page.elements.flatMap(idsOf)]);
  return [
    ...repeated(ids).map((id) => error('FORM_DUPLICATE_ID', id, 'the id is used more than once')),
    ...repeated(compiled.controls.map(({ scope }) => scope)).map((scope) =>
      error('FORM_DUPLICATE_SCOPE', scope, 'two controls write the same field'),
    ),
  ];
};

const danglingIn = (root: FieldSchema, controls: readonly CompiledControl[]): readonly FormFinding[] =>
  controls.flatMap((control) => [
    ...[control.scope, ...scopesReadBy(control)]
      .filter((scope) => fieldAt(root, scope) === undefined)
      .map((scope) => error('FORM_DANGLING_SCOPE', control.id, `the schema has no field at "${scope}"`)),
    ...danglingIn(control.schema.items ?? {}, control.rows),
  ]);

const bindingScopes = ({ bindings = {}, access = [] }: FormDefinition): readonly string[] => {
  const { prefill = [], files = [], process = {} } = bindings;
  const { in: incoming = [], out: outgoing = [] } = process;
  return [
    ...[...prefill, ...files, ...access].map(({ scope }) => scope),
    ...incoming.map(({ to }) => to),
    ...outgoing.map(({ from }) => from),
  ];
};

const danglingFindings = ({ form, controls, pages }: CompiledForm): readonly FormFinding[] => {
  const notices = pages
    .flatMap((page) => page.sections.flatMap((section) => section.items))
    .filter((item) => item.kind === 'notice');
  const loose = [...bindingScopes(form), ...notices.flatMap((notice) => ruleScopes(notice.showRules))];
  return [
    ...danglingIn(form.schema, controls),
    ...loose
      .filter((scope) => fieldAt(form.schema, scope) === undefined)
      .map((scope) => error('FORM_DANGLING_SCOPE', scope, 'the schema has no such field')),
  ];
};

/** Controls whose visibility or value, through rules and calculations, in the end depends on itself. */
const circleFindings = (controls: readonly CompiledControl[]): readonly FormFinding[] => {
  const reads = new Map(
    controls.map(({ scope, showRules, options }) => [
      scope,
      [...ruleScopes(showRules), ...calcScopes(options.calc), ...choiceScopes(options)],
    ]),
  );
  const reaches = (from: string, goal: string, seen: Set<string>): boolean => {
    if (seen.has(from)) return false;
    seen.add(from);
    return (reads.get(from) ?? []).some((scope) => scope === goal || reaches(scope, goal, seen));
  };
  return controls
    .filter(({ scope }) => reaches(scope, scope, new Set()))
    .map(({ id }) => error('FORM_RULE_CIRCLE', id, 'its visibility, value or choices depend on itself'));
};

/** A page is out of reach when its fields exist only for a condition on one of its own fields. */
const pageFindings = ({ form, pages }: CompiledForm): readonly FormFinding[] =>
  form.uischema.elements.flatMap((element) => {
    const page = pages.find(({ id }) => id === element.id);
    const own = (page?.sections ?? []).flatMap(({ items }) => items);
    if (own.length === 0) return [error('FORM_PAGE_UNREACHABLE', element.id, 'the page has nothing to show')];
    const scopes = element.rule === undefined ? [] : scopesOf(element.rule.condition);
    const inside = own.some((item) => item.kind === 'control' && scopes.includes(item.scope));
    return inside && element.rule?.effect === 'SHOW'
      ? [error('FORM_PAGE_UNREACHABLE', element.id, 'the page waits for an answer that is asked on the page itself')]
      : [];
  });

const widgetFindings = (controls: readonly CompiledControl[]): readonly FormFinding[] =>
  controls.flatMap((control) => [
    ...(widgetFits(control)
      ? []
      : [error('FORM_WIDGET_MISMATCH', control.id, `"${control.widget}" cannot show this schema`)]),
    ...widgetFindings(control.rows),
  ]);

const unshownFindings = ({ form, controls }: CompiledForm): readonly FormFinding[] =>
  Object.keys(form.schema.properties)
    .filter((name) => !controls.some(({ path }) => path[0] === name))
    .map((name) => ({
      code: 'FORM_FIELD_NOT_SHOWN',
      severity: 'warning',
      subject: `#/properties/${name}`,
      detail: 'no control shows this field, so its value is never accepted',
    }));

/** Finds what would go wrong after publishing: missing texts, broken references, circles, pages nobody can reach. */
export const lintForm = (form: FormDefinition): readonly FormFinding[] => {
  const compiled = compileForm(form);
  return [
    ...localeFindings(form),
    ...textFindings(compiled),
    ...duplicateFindings(form, compiled),
    ...danglingFindings(compiled),
    ...circleFindings(compiled.controls),
    ...pageFindings(compiled),
    ...widgetFindings(compiled.controls),
    ...unshownFindings(compiled),
    ...numberFindings(compiled.controls),
    ...restrictionFindings(compiled),
  ];
};
