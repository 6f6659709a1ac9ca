import { actingFor, type Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import {
  acceptAnswers,
  applicationForm,
  type CaseRow,
  type Matter,
  ownProcedure,
  requireReasonable,
} from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { FormData } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import { linkCases } from '../links/link-cases.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OpenedCase } from '../views/applicant.ts';
import type { CaseLinkKind } from '../views/link.ts';
import { applicantOfCase } from './applicant-of-case.ts';
import { openOnce } from './open-once.ts';

export interface LinkedOpening {
  readonly actor: Actor;
  /** The case whose process asks for another one. */
  readonly row: CaseRow;
  /** What the process calls its wish: said twice it is one case. */
  readonly key: string;
  readonly procedureKey: string;
  readonly link: CaseLinkKind;
  readonly reason: string;
  readonly data: FormData;
}

const matterOf = async (
  surroundings: Surroundings,
  tx: Queryable,
  opening: LinkedOpening & { readonly procedure: PublishedProcedure },
): Promise<Matter> => {
  const { actor, row, procedure, key } = opening;
  const today = dayOf(surroundings.clock.now());
  const answers = { data: opening.data, prefill: [], documents: [], today, audience: 'agent' } as const;
  const { data } = acceptAnswers(applicationForm(procedure), answers);
  return {
    actor,
    procedure,
    ...(await applicantOfCase(surroundings, tx, row)),
    data,
    prefill: [],
    language: row.language,
    channel: 'case',
    receivedOn: null,
    openedBy: null,
    draftId: null,
    contactId: null,
    detail: { of: row.id, key },
  };
};

/** Opens a case of the same administration for the same applicant, linked to the one that asks; once for each wish of its process. */
export const openLinkedCase = async (given: Surroundings, opening: LinkedOpening): Promise<OpenedCase> => {
  const { actor, row, key } = opening;
  requireReasonable(opening.data);
  const surroundings = actingFor(given, actor, 'intake');
  const procedure = await ownProcedure(surroundings, row.administration, opening.procedureKey);
  const opened = await surroundings.database.transaction(async (tx) => {
    const one = await openOnce(surroundings, tx, {
      name: { administration: row.administration, reference: `case/${row.id}/${key}` },
      procedureKey: procedure.key,
      request: { link: opening.link, data: opening.data },
      matter: () => matterOf(surroundings, tx, { ...opening, procedure }),
    });
    if (one.isNew)
      await linkCases(surroundings, tx, {
        actor,
        kind: opening.link,
        caseId: one.caseId,
        of: row,
        reason: opening.reason,
      });
    return one;
  });
  if (opened.isNew) surroundings.outboxBell.ring();
  return opened;
};
