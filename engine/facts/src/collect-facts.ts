import { formText, readAt, segmentsOf, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { inEveryLocale, type FormData, type LocalizedText } from '@irisflow/foundation';
import type { ProcedureDescription } from '@irisflow/procedures';
import { agrees, isSame } from './same-value.ts';
import type { CorrectionView, FactState, FactView, Statement } from './views/fact.ts';

export type SourceDescription = ProcedureDescription['sources'][number];

/** One thing that a source said: the value of a field at a moment. */
export interface Said extends Statement {
  readonly sourceKey: string;
  /** Path in the answer, with points between: `address`, `address.street`. */
  readonly field: string;
  /** What was asked, as text; null for what the form was prefilled with, where that is not kept. */
  readonly question: string | null;
  readonly aboutOthers: boolean;
}

/** A field of a source as people see it, with what it said of the applicant to the question that was asked last. */
export interface Fact {
  readonly view: FactView;
  /** As its statements: the newest first. */
  readonly toLastQuestion: readonly Statement[];
}

/** Where something stands: a field of a source's answer. */
export type FieldOfSource = Pick<Said, 'sourceKey' | 'field'>;

export interface Collected {
  readonly sources: readonly SourceDescription[];
  readonly form: CompiledForm;
  readonly data: FormData;
  /** The oldest first. */
  readonly said: readonly Said[];
  /** Sources that did not say what they were asked. */
  readonly silent: readonly string[];
  readonly corrections: readonly (CorrectionView & FieldOfSource)[];
  /** Whatever is told of a field, said, silent or called wrong, is for readers who may know of it. */
  readonly isShown: (at: FieldOfSource) => boolean;
}

export const controlBoundTo = (form: CompiledForm, sourceKey: string, field: string): CompiledControl | undefined =>
  form.controls.find(({ prefill }) => prefill?.source === `${sourceKey}.${field}`);

/** What the fields of a source's answer are bound to in the form; a whole field, or a part of one. */
export const boundFields = (form: CompiledForm, sourceKey: string): readonly string[] =>
  form.controls.flatMap(({ prefill }) =>
    prefill?.source.startsWith(`${sourceKey}.`) === true ? [prefill.source.slice(sourceKey.length + 1)] : [],
  );

/** Each value where it changed, the newest first; the first one stays, so that a change back is seen as well. */
const changesOf = (said: readonly Statement[]): Statement[] =>
  said
    .filter(({ value }, index) => index === 0 || !isSame(said[index - 1]?.value, value))
    .toReversed()
    .map(({ value, at, askedBy, purpose, legalBasis }) => ({ value, at, askedBy, purpose, legalBasis }));

/** What a source says of somebody else, or of another year, is no change of what it said before. */
const toLastQuestion = (said: readonly Said[]): Said[] => {
  const own = said.filter(({ aboutOthers }) => !aboutOthers);
  const asked = new Set(own.flatMap(({ question }) => question ?? []));
  const last = own.at(-1)?.question ?? null;
  // What the form was prefilled with answers the only question that there is.
  return own.filter(({ question }) => question === last || (asked.size <= 1 && question === null));
};

const isUndeclared = (value: unknown): boolean => value === undefined || value === null || value === '';

const stateOf = (newest: Statement | undefined, declared: unknown): FactState => {
  if (newest === undefined) return 'unknown';
  if (isUndeclared(declared)) return 'undeclared';
  return agrees(newest.value, declared) ? 'agrees' : 'contradicts';
};

const labelOf = (
  { form }: Collected,
  { source, field, control }: { source: SourceDescription; field: string; control: CompiledControl | undefined },
): LocalizedText => {
  const own = source.facts?.[field]?.label;
  if (own !== undefined) return own;
  return inEveryLocale((locale) =>
    control === undefined ? field : formText(form.form, locale, `${control.i18n}.label`),
  );
};

const factOf = (collected: Collected, source: SourceDescription, field: string): Fact => {
  const { form, data, said, corrections } = collected;
  const own = source.facts?.[field];
  const bound = controlBoundTo(form, source.key, field);
  const pointer = bound?.pointer ?? own?.declared ?? null;
  const control = bound ?? form.controls.find((one) => one.pointer === pointer);
  const isIt = (one: FieldOfSource) => one.sourceKey === source.key && one.field === field;
  const ofField = said.filter(isIt);
  const statements = changesOf(ofField);
  const declared = pointer === null ? undefined : readAt(data, segmentsOf(pointer));
  const view: FactView = {
    sourceKey: source.key,
    field,
    label: labelOf(collected, { source, field, control }),
    pointer: control === undefined ? null : pointer,
    format: own?.format ?? null,
    declared: declared ?? null,
    state: stateOf(statements[0], declared),
    statements,
    corrections: corrections.filter(isIt).map(({ sourceKey: _source, field: _field, ...correction }) => correction),
  };
  return { view, toLastQuestion: changesOf(toLastQuestion(ofField)) };
};

/** The fields that a source spoke of; where it kept silent, those that the procedure asks of it. */
const fieldsOf = ({ said, silent, form, isShown }: Collected, source: SourceDescription): readonly string[] => {
  const spoken = said.filter(({ sourceKey }) => sourceKey === source.key).map(({ field }) => field);
  const asked = silent.includes(source.key) ? (source.fields ?? boundFields(form, source.key)) : [];
  return [...new Set([...spoken, ...asked])].filter((field) => isShown({ sourceKey: source.key, field }));
};

/** What each source said, field by field, beside what the applicant said. */
export const collectFacts = (collected: Collected): Fact[] =>
  collected.sources.flatMap((source) => fieldsOf(collected, source).map((field) => factOf(collected, source, field)));
