import { findCases } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { listParticipantsOfParty } from '@irisflow/parties';
import { roleLabel } from '@irisflow/procedures';
import type { Surroundings } from '../surroundings.ts';
import type { PartInCase } from '../views/participant.ts';
import { stateOf } from './participant-view.ts';

type Of = Readonly<Record<'administration' | 'partyId' | 'today', string>>;

/** Cases of others in which somebody takes or took part, in one administration. */
export const partsOfParty = async (
  { library }: Surroundings,
  db: Queryable,
  { administration, partyId, today }: Of,
): Promise<PartInCase[]> => {
  const rows = await listParticipantsOfParty(db, { administration, partyId });
  const cases = new Map(
    (
      await findCases(
        db,
        rows.map(({ case_id: id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const views = rows.map(async (row): Promise<PartInCase[]> => {
    const of = cases.get(row.case_id);
    if (of === undefined) return [];
    const { description } = await library.version(db, of.procedure_key, of.procedure_version);
    return [
      {
        caseId: of.id,
        reference: of.reference,
        title: description.title,
        applicant: of.applicant,
        role: roleLabel(description, row.role),
        validFrom: row.valid_from,
        validTo: row.valid_to,
        state: stateOf(row, today),
      },
    ];
  });
  return (await Promise.all(views)).flat();
};
