import { compileForm, type CompiledControl, type CompiledForm } from './compile-form.ts';
import type { FormDefinition, PrefillBinding } from './form.ts';
import type { Path } from './pointer.ts';

/** Sources that answer while somebody fills in a form; the others answer a process. */
export const fillingSources: readonly string[] = ['be-national-register'];

/** What a procedure says of its sources, as far as it tells what they give. */
export interface SourcesDescribed {
  readonly sources?:
    | readonly {
        readonly key: string;
        readonly fields?: readonly string[] | undefined;
        readonly facts?: Readonly<Record<string, { readonly declared?: string | undefined }>> | undefined;
      }[]
    | undefined;
  readonly household?:
    | {
        readonly declared?: { readonly list: string } | undefined;
        readonly source?: { readonly key: string; readonly list: string } | undefined;
      }
    | undefined;
}

/** A field that asks the applicant for what a source of the procedure gives. */
export interface AskedAgain {
  readonly control: CompiledControl;
  /** The value of the source: `be-national-register.household`. */
  readonly value: string;
  /** Why it must be asked all the same; null where nobody said so. */
  readonly reason: string | null;
}

const valuesOf = ({ sources = [] }: SourcesDescribed): readonly string[] =>
  sources
    .filter(({ key }) => fillingSources.includes(key))
    .flatMap(({ key, fields = [] }) => fields.map((field) => `${key}.${field}`));

/** What the procedure itself sets beside what a source says, by the pointer of the answer. */
const comparedIn = ({ sources = [], household }: SourcesDescribed): ReadonlyMap<string, string> => {
  const facts = sources.flatMap(({ key, facts: said = {} }) =>
    Object.entries(said).flatMap(([name, { declared }]) =>
      declared === undefined ? [] : [[declared, `${key}.${name}`] as const],
    ),
  );
  const { declared, source } = household ?? {};
  const list =
    declared === undefined || source === undefined
      ? []
      : [[declared.list, `${source.key}.${source.list.split('.')[0]}`] as const];
  return new Map([...facts, ...list]);
};

const holderOf = (path: Path): string => path.slice(0, -1).join('/');
/** A second field of a name has a number behind it. */
const stemOf = (path: Path): string => (path.at(-1) ?? '').replace(/\d+$/, '');
const nameOf = (value: string): string => value.split('.').at(-1) ?? value;

const labelsOf = ({ translations }: FormDefinition, { i18n }: CompiledControl): readonly string[] =>
  Object.entries(translations).flatMap(([locale, texts]) => {
    const label = (texts[`${i18n}.label`] ?? '').trim().toLowerCase();
    return label === '' ? [] : [`${locale} ${label}`];
  });

/** Where what somebody applies with says who they are themselves. */
const ownHolders: readonly string[] = ['', 'applicant'];

/** Whether a field asks what a source already fills one beside it with: under its name, or under its label. */
const isSameAs = (compiled: CompiledForm, control: CompiledControl, { scope, source }: PrefillBinding): boolean => {
  const filled = compiled.controls.find((one) => one.scope === scope);
  // In another part of the answers the same words are about somebody else.
  if (filled === undefined || holderOf(control.path) !== holderOf(filled.path)) return false;
  const labels = labelsOf(compiled.form, filled);
  const names = [nameOf(source), stemOf(filled.path)];
  return names.includes(stemOf(control.path)) || labelsOf(compiled.form, control).some((one) => labels.includes(one));
};

const isAsked = ({ prefill, options, schema, widget, audiences }: CompiledControl): boolean =>
  prefill === undefined &&
  options.calc === undefined &&
  schema.readOnly !== true &&
  widget !== 'file' &&
  widget !== 'declaration' &&
  audiences.includes('applicant');

/**
 * Fields of an application that ask for what a source of the procedure gives: what it fills a field of the same name or label with,
 * what is called as one of its values, and what the procedure compares with it. A field that is filled beforehand asks nothing again.
 */
export const askedAgain = (form: FormDefinition, described: SourcesDescribed): readonly AskedAgain[] => {
  const compiled = compileForm(form);
  const values = valuesOf(described);
  const compared = comparedIn(described);
  const keys = new Set((described.sources ?? []).map(({ key }) => key));
  const mapped = (form.bindings?.prefill ?? []).filter(({ source }) => keys.has(source.split('.')[0] ?? ''));
  const known = (control: CompiledControl): string | undefined =>
    compared.get(control.pointer) ??
    mapped.find((binding) => isSameAs(compiled, control, binding))?.source ??
    values.find((value) => nameOf(value) === stemOf(control.path) && ownHolders.includes(holderOf(control.path)));
  return compiled.controls.filter(isAsked).flatMap((control) => {
    const value = known(control);
    return value === undefined ? [] : [{ control, value, reason: control.options.askedAgain ?? null }];
  });
};
