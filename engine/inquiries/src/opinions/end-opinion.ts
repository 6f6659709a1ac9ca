import type { Queryable } from '@irisflow/database';
import { appendAudit, findAdministration, type Actor } from '@irisflow/access';
import {
  administrationName,
  type CaseRow,
  insertOutbox,
  insertTimelineEntry,
  showDocuments,
  touchCase,
} from '@irisflow/casework';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { endOpinion, type OpinionEnd, type OpinionRow } from '../storage/opinions.ts';
import type { Surroundings } from '../surroundings.ts';
import { opinionTexts, publicName } from './opinion-texts.ts';

export interface Ending {
  readonly actor: Actor;
  readonly row: CaseRow;
  readonly opinion: OpinionRow;
  readonly end: Omit<OpinionEnd, 'id' | 'at'>;
}

export const nameOfAdministration = async (tx: Queryable, key: string): Promise<LocalizedText> =>
  (await findAdministration(tx, key))?.name ?? inEveryLocale(() => key);

/** What the process is told: a withdrawal too, for it waits for an answer. */
const outcomeFor = ({ state, outcome }: Ending['end']): string =>
  state === 'withdrawn' ? 'withdrawn' : (outcome ?? 'none');

const publish = (tx: Queryable, { row, opinion: { id, key, due_on: dueOn }, end }: Ending, at: number) =>
  insertOutbox(tx, {
    caseId: row.id,
    at,
    message: {
      kind: 'publishMessage',
      name: 'opinion.given',
      key: id,
      variables: {
        opinion: {
          opinionId: id,
          key,
          outcome: outcomeFor(end),
          isTacit: end.state === 'expired',
          dueOn,
          caseId: row.id,
        },
      },
    },
  });

/** Ends an opinion, in one transaction with its message to the process and its trace on the case. */
export const finishOpinion = async (surroundings: Surroundings, tx: Queryable, ending: Ending): Promise<void> => {
  const { actor, row, opinion, end } = ending;
  const at = surroundings.clock.now();
  await endOpinion(tx, { ...end, id: opinion.id, at });
  const { answerDocuments: ids = [] } = end;
  if (opinion.is_public && ids.length > 0) await showDocuments(tx, { caseId: row.id, ids });
  const asked = await nameOfAdministration(tx, opinion.asked_administration);
  await insertTimelineEntry(tx, {
    caseId: row.id,
    administration: row.administration,
    at,
    kind: `opinion.${end.state}`,
    text: opinionTexts[end.state](publicName(opinion, asked)),
    actor: end.state === 'given' ? asked : administrationName,
    visibleToApplicant: true,
  });
  await publish(tx, ending, at);
  await touchCase(tx, { id: row.id, at });
  await appendAudit(surroundings, tx, {
    actor,
    action: `opinion.${end.state}`,
    object: `case:${row.id}`,
    administration: row.administration,
    detail: { opinion: opinion.id, outcome: outcomeFor(end) },
  });
};
