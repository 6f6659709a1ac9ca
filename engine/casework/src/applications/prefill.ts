import { segmentsOf, readAt, writeAt, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import { type Actor, requireApplying } from '@irisflow/access';
import type { PublishedProcedure } from '@irisflow/procedures';
import { isoOf, type FormData, type Locale, type LocalizedText } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import type { PrefilledValue, UnavailableSource } from '../views/application.ts';
import { applyingParty, type Applicant } from './applicant.ts';
import { askForForm, type Asked, type SourceDescription } from './ask-for-form.ts';

export interface Prefill {
  readonly data: FormData;
  readonly values: readonly PrefilledValue[];
  readonly unavailable: readonly UnavailableSource[];
  /** What was logged on the way: it belongs to the application that comes of it. */
  readonly consultationIds: readonly string[];
}

/** The source that the platform itself is: what the sign-in said. */
const identityKey = 'identity';
const identityName: LocalizedText = { fr: 'Votre connexion', nl: 'Uw aanmelding', en: 'Your sign-in' };

const sourceKeyOf = (binding: string): string => binding.split('.')[0] ?? binding;
const pathOf = (binding: string): readonly string[] => binding.split('.').slice(1);

const boundControls = (form: CompiledForm): CompiledControl[] =>
  form.controls.filter(({ prefill }) => prefill !== undefined);

interface Known {
  readonly name: LocalizedText;
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: string;
}

const prefilledValue = (control: CompiledControl, known: ReadonlyMap<string, Known>): PrefilledValue[] => {
  const { prefill } = control;
  if (prefill === undefined) return [];
  const sourceKey = sourceKeyOf(prefill.source);
  const source = known.get(sourceKey);
  const value = source === undefined ? undefined : readAt(source.values, pathOf(prefill.source));
  if (source === undefined || value === undefined || value === null) return [];
  return [{ pointer: control.pointer, value, source: source.name, sourceKey, at: source.at, mode: prefill.mode }];
};

const identityValues = (applicant: Applicant, language: Locale): Readonly<Record<string, unknown>> => {
  const { name, email, nationalNumber, enterpriseNumber } = applicant;
  const values = { name, language, email, nationalNumber, enterpriseNumber: enterpriseNumber ?? null };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
};

type Reason = NonNullable<UnavailableSource['reason']>;

/** Sources are asked by the number of whoever applies for themselves: without one nothing was asked, and nobody kept silent. */
const reasonOf = (answer: Asked['answer'] | undefined): Reason => {
  if (answer === undefined) return 'notApplicable';
  if (answer.ok) return 'unavailable';
  if (answer.reason === 'ON_PAPER') return 'onPaper';
  return answer.reason === 'NO_AUTHORIZATION' ? 'notAuthorized' : 'unavailable';
};

const unavailableOf = (sources: readonly SourceDescription[], asked: readonly Asked[]): readonly UnavailableSource[] =>
  sources.flatMap(({ key, name }) => {
    const answer = asked.find(({ source }) => source.key === key)?.answer;
    return answer?.ok === true ? [] : [{ sourceKey: key, source: name, reason: reasonOf(answer) }];
  });

export interface Asking {
  readonly procedure: PublishedProcedure;
  readonly form: CompiledForm;
  /** Asks these sources alone; all that the form is bound to unless given. */
  readonly only?: readonly string[];
}

/** Looks up what the administration may already know, each source once, and puts it into the form. */
export const gatherPrefill = async (
  surroundings: Surroundings,
  actor: Actor,
  { procedure, form, only }: Asking,
): Promise<Prefill> => {
  const controls = boundControls(form).filter(
    ({ prefill }) => only === undefined || only.includes(sourceKeyOf(prefill?.source ?? '')),
  );
  const wanted = new Set(controls.map(({ prefill }) => sourceKeyOf(prefill?.source ?? '')));
  const sources = procedure.description.sources.filter(({ key }) => wanted.has(key));
  const { person } = requireApplying(actor);
  const applicant = await applyingParty(surroundings, actor);
  const { nationalNumber } = applicant;
  const asker = nationalNumber === null ? null : { person, actor, procedure, nationalNumber };
  const asked =
    asker === null ? [] : await Promise.all(sources.map((source) => askForForm(surroundings, asker, source)));
  const known = new Map<string, Known>([
    [
      identityKey,
      { name: identityName, values: identityValues(applicant, person.language), at: isoOf(surroundings.clock.now()) },
    ],
  ]);
  for (const { source, answer } of asked)
    if (answer.ok) known.set(source.key, { name: source.name, values: answer.values, at: answer.at });
  const values = controls.flatMap((control) => prefilledValue(control, known));
  return {
    data: values
      .filter(({ mode }) => mode !== 'suggest')
      .reduce<FormData>((data, { pointer, value }) => writeAt(data, segmentsOf(pointer), value), {}),
    values,
    unavailable: unavailableOf(sources, asked),
    consultationIds: asked.flatMap(({ consultationId }) => (consultationId === null ? [] : [consultationId])),
  };
};
