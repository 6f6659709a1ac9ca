import { segmentsOf, readAt, writeAt, type CompiledControl, type CompiledForm } from '@irisflow/forms';
import type { KnownPerson } from '../actor.ts';
import { nationalNumberOf } from '../identity/national-number-of.ts';
import type { PublishedProcedure } from '../procedures/procedure-library.ts';
import type { ProcedureDescription } from '../procedures/procedure-description.ts';
import { isoOf } from '../storage/columns.ts';
import type { NewConsultation } from '../storage/consultations.ts';
import type { Surroundings } from '../surroundings.ts';
import type { PrefilledValue, UnavailableSource } from '../views/application.ts';
import type { FormData, LocalizedText } from '../views/text.ts';
import type { SourceAnswer } from './prefill-sources.ts';

type SourceDescription = ProcedureDescription['sources'][number];
type Consultation = Omit<NewConsultation, 'personId' | 'caseId' | 'draftId'>;

export interface Prefill {
  readonly data: FormData;
  readonly values: readonly PrefilledValue[];
  readonly unavailable: readonly UnavailableSource[];
  readonly consultations: readonly Consultation[];
}

interface Asked {
  readonly source: SourceDescription;
  readonly answer: SourceAnswer;
}

/** The source that the platform itself is: what the sign-in said. */
const identityKey = 'identity';
const identityName: LocalizedText = { fr: 'Votre connexion', nl: 'Uw aanmelding', en: 'Your sign-in' };

const sourceKeyOf = (binding: string): string => binding.split('.')[0] ?? binding;
const pathOf = (binding: string): readonly string[] => binding.split('.').slice(1);

const boundControls = (form: CompiledForm): CompiledControl[] =>
  form.controls.filter(({ prefill }) => prefill !== undefined);

const ask = async (
  { prefill, clock }: Surroundings,
  { source, nationalNumber, person }: { source: SourceDescription; nationalNumber: string | null; person: KnownPerson },
): Promise<Asked | null> => {
  if (nationalNumber === null) return null;
  const question = { nationalNumber, purpose: source.purpose[person.language], legalBasis: source.legalBasis };
  try {
    return { source, answer: await prefill(source.key, question) };
  } catch {
    // A source that breaks its promise has not answered; the consultation happened all the same.
    return { source, answer: { ok: false, reason: `UNAVAILABLE at ${isoOf(clock.now())}` } };
  }
};

const consultationOf = (
  { clock }: Surroundings,
  procedure: PublishedProcedure,
  { source, answer }: Asked,
): Consultation => ({
  administration: procedure.administration,
  at: answer.ok ? answer.at : isoOf(clock.now()),
  sourceKey: source.key,
  source: source.name,
  purpose: source.purpose,
  legalBasis: source.legalBasis,
  consultedBy: procedure.administration,
  outcome: answer.ok ? 'answered' : answer.reason,
});

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

const identityValues = (person: KnownPerson, nationalNumber: string | null): Readonly<Record<string, unknown>> => ({
  name: person.name,
  language: person.language,
  ...(person.email === null ? {} : { email: person.email }),
  ...(nationalNumber === null ? {} : { nationalNumber }),
});

/** Looks up what the administration may already know, each source once, and puts it into the form. */
export const gatherPrefill = async (
  surroundings: Surroundings,
  person: KnownPerson,
  { procedure, form }: { procedure: PublishedProcedure; form: CompiledForm },
): Promise<Prefill> => {
  const controls = boundControls(form);
  const wanted = new Set(controls.map(({ prefill }) => sourceKeyOf(prefill?.source ?? '')));
  const sources = procedure.description.sources.filter(({ key }) => wanted.has(key));
  const nationalNumber = await nationalNumberOf(surroundings, surroundings.database, person.id);
  const answers = await Promise.all(sources.map((source) => ask(surroundings, { source, nationalNumber, person })));
  const asked = answers.filter((answer) => answer !== null);
  const known = new Map<string, Known>([
    [
      identityKey,
      { name: identityName, values: identityValues(person, nationalNumber), at: isoOf(surroundings.clock.now()) },
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
    unavailable: sources
      .filter(({ key }) => !known.has(key))
      .map(({ key, name }) => ({ sourceKey: key, source: name })),
    consultations: asked.map((one) => consultationOf(surroundings, procedure, one)),
  };
};
