import type { Queryable } from '@irisflow/database';
import { actingFor, appendAudit, type Actor } from '@irisflow/access';
import {
  answerConsultation,
  type CaseRow,
  consultationOutcome,
  type ConsultationOutcome,
  insertConsultation,
  noteByOffice,
  noteAnswered,
  numberOfApplicant,
  recordOpening,
  requireClerkCase,
  timelineText,
} from '@irisflow/casework';
import { CaseworkError, isoOf, type LocalizedText } from '@irisflow/foundation';
import { ownAccess } from '@irisflow/procedures';
import { judgeQuestion } from './judge-question.ts';
import type { Permission } from './permission.ts';
import { readFacts } from './read-facts.ts';
import { keepAnswer, openAnswer } from './sealed-answer.ts';
import { listAnswers } from './storage/answers.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { CaseFacts } from './views/fact.ts';

interface Asking {
  readonly actor: Actor;
  readonly row: CaseRow;
  readonly sourceKey: string;
  /** Every question that was permitted on the way. */
  readonly asked: { id: string; numberIndex: string; isAboutOthers: boolean; fields: readonly string[] }[];
}

type Values = Readonly<Record<string, unknown>>;

/** The same question as last time; to a source that only the form asked, the one about the applicant. */
const questionOf = async (surroundings: Surroundings, { actor, row, sourceKey }: Asking): Promise<Values> => {
  const { database } = surroundings;
  const last = (await listAnswers(database, row.id)).findLast(({ source_key: key }) => key === sourceKey);
  if (last !== undefined) return openAnswer(surroundings, last).input;
  const parties = actingFor(surroundings, actor, 'parties');
  const nationalNumber =
    (await numberOfApplicant(parties, parties.database, row)) ?? (await numberOfApplicant(surroundings, database, row));
  if (nationalNumber !== null) return { nationalNumber };
  throw new CaseworkError('INPUT_INVALID', 'Expected the national number of the applicant, but nobody told it');
};

/** Logs the question before the source hears of it; what may not be asked is audited. */
const permit = async (surroundings: Surroundings, asking: Asking, subject: string): Promise<Permission> => {
  const { actor, row, sourceKey, asked } = asking;
  const { administration } = row;
  const numberIndex = surroundings.numbers.index(subject.replaceAll(/\D/g, ''));
  return surroundings.database.transaction(async (tx) => {
    const verdict = await judgeQuestion(surroundings, tx, { row, source: sourceKey, numberIndex });
    if ('refusal' in verdict) {
      const detail = { source: sourceKey, desk: true };
      const entry = { actor, action: 'consultation.refused', object: `case:${row.id}`, administration, detail };
      await appendAudit(surroundings, tx, { ...entry, outcome: verdict.refusal });
      return { permitted: false, refusal: verdict.refusal };
    }
    const { ground } = verdict;
    const id = await insertConsultation(tx, {
      administration,
      subjectIndex: numberIndex,
      caseId: row.id,
      authorizationId: ground.authorizationId,
      at: isoOf(surroundings.clock.now()),
      sourceKey,
      source: ground.source,
      purpose: ground.purpose,
      legalBasis: ground.legalBasis,
      reason: ground.reason,
      consultedBy: administration,
      questionKey: null,
      processId: null,
      processInstanceKey: null,
      elementId: null,
    });
    const object = `consultation:${id}`;
    const detail = { source: sourceKey, case: row.id, desk: true };
    await appendAudit(surroundings, tx, { actor, action: 'consultation.asked', object, administration, detail });
    asked.push({ id, numberIndex, isAboutOthers: ground.reason !== null, fields: ground.fields });
    const { legalBasis, fields } = ground;
    return {
      permitted: true,
      consultationId: id,
      purpose: ground.purpose[row.language],
      legalBasis: legalBasis[row.language],
      fields,
    };
  });
};

/** What may be asked, and by which access of the administration: it opens behind the question, in no transaction of it. */
const permitWithAccess = async (surroundings: Surroundings, asking: Asking, subject: string): Promise<Permission> => {
  const permission = await permit(surroundings, asking, subject);
  if (!permission.permitted) return permission;
  const { row, sourceKey } = asking;
  const access = await ownAccess(surroundings, { administration: row.administration, sourceKey });
  return access === null ? permission : { ...permission, access };
};

const onlyPermitted = (values: Values, asked: Asking['asked']): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => asked.every(({ fields }) => fields.includes(name))));

const keep = async (
  surroundings: Surroundings,
  tx: Queryable,
  asking: Asking,
  { input, values }: { readonly input: Values; readonly values: Values },
): Promise<void> => {
  const { row, sourceKey, asked } = asking;
  const { id: caseId, administration } = row;
  for (const { numberIndex: subjectIndex } of asked) await noteAnswered(tx, { caseId, sourceKey, subjectIndex });
  await keepAnswer(surroundings, tx, {
    caseId,
    administration,
    sourceKey,
    consultationId: asked.at(-1)?.id ?? '',
    askedBy: 'desk',
    aboutOthers: asked.some(({ isAboutOthers }) => isAboutOthers),
    input,
    output: onlyPermitted(values, asked),
  });
};

export interface AskedAgain {
  readonly outcome: ConsultationOutcome;
  readonly facts: CaseFacts;
}

const requireReachable = async ({ library, registers, database }: Surroundings, row: CaseRow, sourceKey: string) => {
  const { description } = await library.version(database, row.procedure_key, row.procedure_version);
  const source = description.sources.find(({ key }) => key === sourceKey);
  if (source !== undefined && registers.canAsk(sourceKey)) return source;
  throw new CaseworkError('NOT_FOUND', `Expected a source that can be asked, but ${sourceKey.slice(0, 80)} is none`);
};

const noteAsked = (
  surroundings: Surroundings,
  tx: Queryable,
  { row, name }: { readonly row: CaseRow; readonly name: LocalizedText },
) =>
  noteByOffice(surroundings, tx, {
    row,
    kind: 'sourceAskedAgain',
    text: timelineText('sourceAskedAgain', name),
    isPublic: false,
  });

/**
 * A clerk asks a source again, under the authorization of the procedure. What it says now stands beside what it said before:
 * neither the application nor the process is changed.
 */
export const askAgain: UseCase<{ caseId: string; sourceKey: string }, AskedAgain> = async (
  surroundings,
  actor,
  { caseId, sourceKey },
) => {
  const { database, registers, clock } = surroundings;
  const { clerk, row } = await requireClerkCase(database, actor, caseId);
  const source = await requireReachable(surroundings, row, sourceKey);
  const asking: Asking = { actor, row, sourceKey, asked: [] };
  const input = await questionOf(surroundings, asking);
  const answer = await registers.ask({
    sourceKey,
    input,
    ask: (subject) => permitWithAccess(surroundings, asking, subject),
    record: async (id, outcome) => {
      await answerConsultation(database, { id, caseId, outcome, at: isoOf(clock.now()) });
    },
  });
  return database.transaction(async (tx) => {
    if (answer.ok) await keep(surroundings, tx, asking, { input, values: answer.values });
    await noteAsked(surroundings, tx, { row, name: source.name });
    await recordOpening(surroundings, tx, { clerk, row });
    const outcome = consultationOutcome(answer.ok ? 'found' : answer.reason);
    return { outcome, facts: await readFacts(surroundings, tx, { row, audience: 'agent' }) };
  });
};
