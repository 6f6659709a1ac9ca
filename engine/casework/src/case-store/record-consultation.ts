import { insertConsultation } from '../storage/consultations.ts';
import { findPersonByNationalNumber } from '../storage/people.ts';
import type { UseCase } from '../surroundings.ts';
import { once, type ConnectorCall } from './once.ts';

export interface RecordConsultation extends ConnectorCall {
  /** Key of the source. */
  readonly source: string;
  /** National number of the person consulted about. */
  readonly subject: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly at: string;
  readonly outcome: string;
}

const inAllLanguages = (text: string) => ({ fr: text, nl: text, en: text });

/** Logs that a source was consulted. The person consulted about sees it; whom we do not know, the applicant does. */
export const recordConsultation: UseCase<RecordConsultation, Record<string, never>> = async (
  surroundings,
  actor,
  call,
) =>
  once(surroundings, actor, {
    ...call,
    operation: 'consultations',
    work: async ({ tx, row }) => {
      const { library, numbers } = surroundings;
      const { description } = await library.version(tx, row.procedure_key, row.procedure_version);
      const source = description.sources.find(({ key }) => key === call.source);
      const personId = await findPersonByNationalNumber(tx, numbers.index(call.subject.replaceAll(/\D/g, '')));
      await insertConsultation(tx, {
        administration: row.administration,
        personId: personId ?? row.person_id,
        caseId: row.id,
        draftId: null,
        at: call.at,
        sourceKey: call.source,
        source: source?.name ?? inAllLanguages(call.source),
        purpose: source?.purpose ?? inAllLanguages(call.purpose),
        legalBasis: call.legalBasis,
        consultedBy: row.administration,
        outcome: call.outcome,
      });
      return {};
    },
  });
