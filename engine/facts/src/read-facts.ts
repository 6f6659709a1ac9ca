import { canonicalJson } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { readAt, restrictedControls, settle, type CompiledForm } from '@irisflow/forms';
import { applicationForm, hasEnded, listUnanswered, type CaseRow } from '@irisflow/casework';
import { dayOf } from '@irisflow/calendar';
import { openChangesOf } from './changes/open-changes.ts';
import { settledUpTo, viewSettled } from './changes/settled-changes.ts';
import { instantOf, type FormData, type LocalizedText } from '@irisflow/foundation';
import { type ApartAnswer, isRestrictedAt, prefillPutBack, putBack, readApart } from '@irisflow/restricted';
import {
  boundFields,
  collectFacts,
  controlBoundTo,
  type Fact,
  type FieldOfSource,
  type Said,
  type SourceDescription,
} from './collect-facts.ts';
import { withRightLabels } from './right-labels.ts';
import { agrees } from './same-value.ts';
import { openAnswer, openCorrection } from './sealed-answer.ts';
import { listAnswers, listFormQuestions, type AnswerRow } from './storage/answers.ts';
import { listCorrections, type CorrectionRow } from './storage/corrections.ts';
import type { Surroundings } from './surroundings.ts';
import type { CaseFacts } from './views/fact.ts';

/** What the form was prefilled with, under the reason by which it was asked. */
const saidInForm = async (
  { registers }: Surroundings,
  db: Queryable,
  { row, form }: { readonly row: CaseRow; readonly form: CompiledForm },
): Promise<Said[]> => {
  const questions = await listFormQuestions(db, row.id);
  return row.prefill.flatMap(({ pointer, value, sourceKey, at }) => {
    const question = questions.find((one) => one.source_key === sourceKey);
    const binding = form.controls.find((control) => control.pointer === pointer)?.prefill?.source;
    // Whatever came without a question, such as a sign-in, is no source.
    if (question === undefined || binding === undefined) return [];
    const field = binding.slice(sourceKey.length + 1);
    return [
      {
        sourceKey,
        field,
        value: registers.asWasSaid(sourceKey, field, value),
        at,
        question: null,
        aboutOthers: false,
        askedBy: 'form' as const,
        purpose: question.purpose as LocalizedText,
        legalBasis: question.legal_basis as LocalizedText,
      },
    ];
  });
};

/** A street has a name in two languages: people who gave one of them contradict nobody. */
const registerLanguages = ['fr', 'nl'] as const;

interface Filed {
  readonly row: CaseRow;
  readonly form: CompiledForm;
  readonly data: FormData;
}

/** What the answer says of a field, in the language in which the applicant said it too, else in that of the case. */
const saidOf = (spoken: readonly unknown[], declared: unknown): unknown =>
  spoken.slice(1).find((value) => !agrees(spoken[0], declared) && agrees(value, declared)) ?? spoken[0];

const saidInAnswer = (surroundings: Surroundings, row: AnswerRow, filed: Filed): Said[] => {
  const { input, output } = openAnswer(surroundings, row);
  const bound = boundFields(filed.form, row.source_key);
  const spoken = [...new Set([filed.row.language, ...registerLanguages])].map((language) =>
    surroundings.registers.asFormsKnow(row.source_key, output, language),
  );
  const [values = {}] = spoken;
  const tops = bound.map((field) => field.split('.')[0]);
  const whole = Object.keys(values).filter((name) => bound.includes(name) || !tops.includes(name));
  return [...new Set([...whole, ...bound])].flatMap((field): Said[] => {
    const path = controlBoundTo(filed.form, row.source_key, field)?.path;
    const value = saidOf(
      spoken.map((one) => readAt(one, field.split('.'))),
      path === undefined ? undefined : readAt(filed.data, path),
    );
    if (value === undefined) return [];
    return [
      {
        sourceKey: row.source_key,
        field,
        value,
        at: instantOf(row.at),
        question: canonicalJson(input),
        aboutOthers: row.about_others,
        askedBy: row.asked_by as 'process' | 'desk' | 'source',
        purpose: row.purpose as LocalizedText,
        legalBasis: row.legal_basis as LocalizedText,
      },
    ];
  });
};

const correctionOf = (surroundings: Surroundings, row: CorrectionRow) => ({
  ...openCorrection(surroundings, row),
  id: row.id,
  at: instantOf(row.at),
  sourceKey: row.source_key,
  field: row.field,
  document: { id: row.document_id, name: row.document_name },
});

const sourceOf = ({ registers }: Surroundings, { key, name }: SourceDescription, audience: Audience) => ({
  key,
  name,
  canAskAgain: audience === 'agent' && registers.canAsk(key),
});

/** What is unknown is for who decides. */
const silentSources = async (db: Queryable, row: CaseRow, audience: Audience): Promise<string[]> =>
  audience === 'applicant' ? [] : (await listUnanswered(db, row.id)).map(({ source_key: key }) => key);

type Audience = 'agent' | 'applicant';

/** What sources say otherwise than before is for who handles the case; what counts of it, its timeline tells. */
const changesFor = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, audience, facts }: { row: CaseRow; audience: Audience; facts: readonly Fact[] },
): Promise<Pick<CaseFacts, 'openChanges' | 'settledChanges'>> => {
  if (audience === 'applicant') return { openChanges: [], settledChanges: [] };
  const { rows, settled } = await viewSettled(surroundings, db, {
    caseId: row.id,
    facts: facts.map(({ view }) => view),
  });
  const submittedOn = dayOf(Date.parse(instantOf(row.submitted_at)));
  const openChanges = hasEnded(row) ? [] : openChangesOf(facts, { submittedOn, settled: settledUpTo(rows) });
  return { openChanges, settledChanges: settled };
};

const overlaps = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** Whether what a source says there is the answer to a restricted field, a part of it, or holds it: the desk shows it masked, and not here. */
const isApart = (
  form: CompiledForm,
  sources: readonly SourceDescription[],
  { sourceKey, field }: FieldOfSource,
): boolean => {
  const declared = sources.find(({ key }) => key === sourceKey)?.facts?.[field]?.declared;
  if (declared !== undefined && isRestrictedAt(form, declared)) return true;
  return restrictedControls(form).some(
    ({ prefill }) => prefill !== undefined && overlaps(prefill.source, `${sourceKey}.${field}`),
  );
};

interface Reading {
  readonly row: CaseRow;
  readonly audience: Audience;
  /** What is put back before the answers are compared with what sources said. */
  readonly apart: readonly ApartAnswer[];
  readonly isShown: (isApart: boolean) => boolean;
}

const gather = async (surroundings: Surroundings, db: Queryable, { row, audience, apart, isShown }: Reading) => {
  const procedure = await surroundings.library.version(db, row.procedure_key, row.procedure_version);
  const sources = await withRightLabels(db, procedure.description.sources);
  const form = applicationForm(procedure);
  const today = dayOf(Date.parse(instantOf(row.submitted_at)));
  const filed = { ...row, prefill: [...prefillPutBack(row.prefill, apart)] };
  const { data } = settle(form, putBack(row.data, apart), { audience, today });
  const answers = await listAnswers(db, row.id);
  const facts = collectFacts({
    sources,
    form,
    data,
    said: [
      ...(await saidInForm(surroundings, db, { row: filed, form })),
      ...answers.flatMap((answer) => saidInAnswer(surroundings, answer, { row, form, data })),
    ],
    silent: await silentSources(db, row, audience),
    corrections: (await listCorrections(db, row.id)).map((one) => correctionOf(surroundings, one)),
    isShown: (at) => isShown(isApart(form, sources, at)),
  });
  return { sources, form, data, facts };
};

/** Everything that sources said in a case and that the reader's scope lets through. */
export const readFacts = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, audience }: { readonly row: CaseRow; readonly audience: Audience },
): Promise<CaseFacts> => {
  const isOwn = audience === 'applicant';
  const { sources, form, data, facts } = await gather(surroundings, db, {
    row,
    audience,
    apart: isOwn ? await readApart(db, row.id) : [],
    isShown: (isRestricted) => isOwn || !isRestricted,
  });
  const spoken = new Set(facts.map(({ view }) => view.sourceKey));
  return {
    language: row.language,
    form: form.form,
    data,
    sources: sources.filter(({ key }) => spoken.has(key)).map((source) => sourceOf(surroundings, source, audience)),
    facts: facts.map(({ view }) => view),
    ...(await changesFor(surroundings, db, { row, audience, facts })),
  };
};

/** Whether what sources said of restricted fields contradicts the applicant, has changed or is called wrong; no more than that. */
export const isApartOpen = async (
  surroundings: Surroundings,
  db: Queryable,
  { row, apart }: Pick<Reading, 'row' | 'apart'>,
): Promise<boolean> => {
  const audience = 'agent';
  const { facts } = await gather(surroundings, db, { row, audience, apart, isShown: (isRestricted) => isRestricted });
  const { openChanges } = await changesFor(surroundings, db, { row, audience, facts });
  return (
    openChanges.length > 0 ||
    facts.some(({ view: { state, corrections } }) => state === 'contradicts' || corrections.length > 0)
  );
};
