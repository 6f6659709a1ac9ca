import { dayOf } from '@irisflow/calendar';
import { evaluateDecision } from '@irisflow/dmn';
import { evaluate, feelLimits, parseFeel, toJson } from '@irisflow/feel';
import { pathOfScope, processBindings, readAt, writeAt, type CompiledForm } from '@irisflow/forms';
import { acceptSubmission } from '@irisflow/forms/server';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import { parametersOn } from '../parameters.ts';
import type { ProcedureDescription } from '../procedure-description.ts';
import type { PublishedProcedure } from '../procedure-library.ts';
import type { UseCase } from '../surroundings.ts';
import type { EligibilityAnswer, EligibilityForm } from '../views/eligibility.ts';
import type { PublishedEligibility } from './published-eligibility.ts';

interface Known {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly now: number;
}

const contextOf = ({ variables, now }: Known) => ({
  variable: (name: string) => (Object.hasOwn(variables, name) ? variables[name] : undefined),
  now,
  timeZone: 'Europe/Brussels',
  // Who asks is nobody that could be told to stop: one decision may spend here what one expression may elsewhere.
  fuel: feelLimits.fuel,
});

const valueOf = (source: string | undefined, known: Known): unknown => {
  if (source === undefined) return null;
  const value = evaluate(parseFeel(source.replace(/^\s*=/, '').trim(), 'expression'), contextOf(known));
  return value.ok ? toJson(value.value) : null;
};

/** The answers as the form allows them; fails with FORM_INVALID naming each field. */
const acceptedAnswers = (form: CompiledForm, data: FormData, today: string): FormData => {
  const accepted = acceptSubmission(form, data, { prefilled: {}, context: { audience: 'applicant', today } });
  const strangers = accepted.removed
    .filter(({ reason }) => reason !== 'hidden')
    .map(({ pointer }) => ({ pointer, keyword: 'additionalProperties', params: {} }));
  const errors = [...accepted.errors, ...strangers];
  const [first] = errors;
  if (first === undefined) return accepted.data;
  throw new CaseworkError(
    'FORM_INVALID',
    `Expected valid answers, but ${errors.length} are not, the first at ${first.pointer}: ${first.keyword}`,
    { errors },
  );
};

const variablesOf = (form: CompiledForm, answers: FormData): FormData =>
  processBindings(form).out.reduce<FormData>(
    (variables, { from, to }) => writeAt(variables, to.split('.'), readAt(answers, pathOfScope(from)) ?? null),
    {},
  );

const answerOf = (eligible: unknown): EligibilityAnswer['answer'] => {
  if (typeof eligible !== 'boolean') return 'unknown';
  return eligible ? 'yes' : 'no';
};

const reasonsOf = (codes: unknown, { grounds }: ProcedureDescription): EligibilityAnswer['reasons'] =>
  (Array.isArray(codes) ? codes : []).flatMap((code: unknown) => {
    const text = typeof code === 'string' && Object.hasOwn(grounds, code) ? grounds[code] : undefined;
    return text === undefined ? [] : [text];
  });

const amountOf = ({ declared }: PublishedEligibility, known: Known): EligibilityAnswer['amount'] => {
  const value = valueOf(declared.amount?.value, known);
  return declared.amount === undefined || typeof value !== 'number' ? null : { label: declared.amount.label, value };
};

const requireEligibility = ({ key, eligibility }: PublishedProcedure): PublishedEligibility => {
  if (eligibility !== null) return eligibility;
  throw new CaseworkError('NOT_FOUND', `Expected ${key} to have an eligibility check, but it has none`);
};

/** The form of the check of a procedure, for everybody. */
export const getEligibilityForm: UseCase<{ key: string }, EligibilityForm> = async (
  { database, library },
  _actor,
  { key },
) => {
  const procedure = await library.latest(database, key);
  const { declared, form } = requireEligibility(procedure);
  return { title: procedure.description.title, form: form.form, fills: declared.fills ?? [] };
};

/**
 * Judges answers by a decision of the procedure, for everybody. Nothing is stored and nobody is named; what the decision
 * cannot say is unknown, which counts in nobody's favor or disfavor.
 */
export const checkEligibility: UseCase<{ key: string; data: FormData }, EligibilityAnswer> = async (
  { database, library, clock },
  _actor,
  { key, data },
) => {
  const procedure = await library.latest(database, key);
  const eligibility = requireEligibility(procedure);
  const now = clock.now();
  const today = dayOf(now);
  const answers = acceptedAnswers(eligibility.form, data, today);
  const parameters = parametersOn(procedure.parameters, today);
  const given = { variables: { ...variablesOf(eligibility.form, answers), parameters }, now };
  const { declared, requirements } = eligibility;
  const decided = evaluateDecision(requirements, declared.decision, contextOf(given));
  const known = { variables: { result: decided.ok ? decided.output : null }, now };
  const answer = answerOf(valueOf(declared.eligible, known));
  return {
    answer,
    reasons: reasonsOf(valueOf(declared.grounds, known), procedure.description),
    amount: answer === 'yes' ? amountOf(eligibility, known) : null,
    on: today,
  };
};
