import { dayOf } from '@irisflow/calendar';
import {
  answerConsultation,
  type CaseRow,
  findParty,
  insertConsultation,
  insertOutbox,
  noteAnswered,
  noteByOffice,
  noteUnanswered,
  numberOfApplicant,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { keepAnswer, listAnswers, openAnswer } from '@irisflow/facts';
import { isoOf, type LocalizedText } from '@irisflow/foundation';
import type { Told } from '../answer/tell-right.ts';
import type { Asked } from '../storage/asked-rights.ts';
import type { Surroundings } from '../surroundings.ts';
import { changeText } from './change-text.ts';

type Values = Readonly<Record<string, unknown>>;

export interface Following {
  readonly asked: Asked & { readonly subjectIndex: string };
  readonly row: CaseRow;
  readonly told: Told;
}

/** What the source said to the same question before, and how it was asked. */
const lastSaid = async (surroundings: Surroundings, tx: Queryable, { asked, row }: Following) => {
  const last = (await listAnswers(tx, row.id)).findLast(({ source_key: key }) => key === asked.sourceKey);
  if (last !== undefined) return { ...openAnswer(surroundings, last), aboutOthers: last.about_others };
  const nationalNumber = await numberOfApplicant(surroundings, tx, row);
  return { input: { rightSource: asked.sourceKey, nationalNumber }, output: {} as Values, aboutOthers: false };
};

const changedFields = (before: Values, after: Values): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => name !== 'words' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );

export interface Ground {
  readonly id: string;
  readonly purpose: LocalizedText;
  readonly legalBasis: LocalizedText;
}

/** A source that tells of a change was asked for the case all the same: the log says so, under the authorization of today. */
export const logConsultation = async (
  surroundings: Surroundings,
  tx: Queryable,
  { following: { asked, row, told }, ground }: { following: Following; ground: Ground },
): Promise<string> => {
  const at = isoOf(surroundings.clock.now());
  const id = await insertConsultation(tx, {
    administration: row.administration,
    subjectIndex: asked.subjectIndex,
    caseId: row.id,
    authorizationId: ground.id,
    at,
    sourceKey: asked.sourceKey,
    source: asked.source,
    purpose: ground.purpose,
    legalBasis: ground.legalBasis,
    reason: asked.reason,
    consultedBy: row.administration,
    questionKey: null,
    processId: null,
    processInstanceKey: null,
    elementId: null,
  });
  const outcome = told.answer === 'unknown' ? 'NO_DATA' : 'found';
  await answerConsultation(tx, { id, caseId: row.id, outcome, at });
  const place = { caseId: row.id, sourceKey: asked.sourceKey, subjectIndex: asked.subjectIndex };
  if (told.answer !== 'unknown') await noteAnswered(tx, place);
  else
    await noteUnanswered(tx, {
      ...place,
      administration: row.administration,
      outcome,
      at: surroundings.clock.now(),
    });
  return id;
};

/** The case reads it beside what was said before, its process hears of it, and so do its clerks. */
export const tellCase = async (
  surroundings: Surroundings,
  tx: Queryable,
  { following, consultationId }: { readonly following: Following; readonly consultationId: string },
): Promise<void> => {
  const { asked, row, told } = following;
  const { id: caseId, administration } = row;
  const at = surroundings.clock.now();
  const before = await lastSaid(surroundings, tx, following);
  const output: Values = { answer: told.answer, ...told.values, words: told.words };
  if (told.answer !== 'unknown')
    await keepAnswer(surroundings, tx, {
      caseId,
      administration,
      sourceKey: asked.sourceKey,
      consultationId,
      askedBy: 'source',
      aboutOthers: before.aboutOthers,
      input: before.input,
      output,
    });
  await noteByOffice(surroundings, tx, { row, kind: 'sourceTold', text: changeText(asked.source), isPublic: true });
  const party = await findParty(tx, { caseId, numberIndex: asked.subjectIndex });
  await insertOutbox(tx, {
    caseId,
    at,
    message: {
      kind: 'publishMessage',
      name: 'register.mutation',
      ...(party === undefined ? {} : { key: party.id }),
      variables: {
        registerMutation: {
          source: asked.sourceKey,
          answer: told.answer,
          fields: changedFields(before.output, output),
          day: dayOf(at),
        },
      },
    },
  });
};
