import { instantOf, instantOrNull } from '@irisflow/foundation';
import type { ParticipantRow, ReachView } from '@irisflow/parties';
import { type ProcedureDescription, roleLabel } from '@irisflow/procedures';
import type { CaseRole, ParticipantView } from '../views/participant.ts';

export const rolesOf = ({ roles = [] }: ProcedureDescription): CaseRole[] =>
  roles.map(({ key, label, access = 'none', letters = [], household = false }) => ({
    key,
    label,
    access,
    letters: letters === 'all' || letters.length > 0,
    household,
  }));

export const stateOf = (
  { ended_at: endedAt, valid_from: from, valid_to: to }: ParticipantRow,
  today: string,
): ParticipantView['state'] => {
  if (endedAt !== null) return 'ended';
  if (today < from) return 'future';
  return to !== null && to < today ? 'over' : 'inForce';
};

interface Seen {
  readonly description: ProcedureDescription;
  /** Names of accounts. */
  readonly names: ReadonlyMap<string, string>;
  /** By party. */
  readonly reaches: ReadonlyMap<string, ReachView>;
  readonly today: string;
}

export const viewParticipant = (
  row: ParticipantRow,
  { description, names, reaches, today }: Seen,
): ParticipantView => ({
  id: row.id,
  role: row.role,
  roleLabel: roleLabel(description, row.role),
  access: row.access,
  kind: row.kind,
  name: row.name,
  hasNumber: row.number_index !== null || row.enterprise_number !== null,
  enterpriseNumber: row.enterprise_number,
  partyId: row.party_id,
  language: row.language,
  email: row.email,
  phone: row.phone,
  address: row.address,
  reach: reaches.get(row.party_id ?? '') ?? null,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  state: stateOf(row, today),
  proof: row.proof,
  addedBy: names.get(row.added_by) ?? '',
  addedAt: instantOf(row.added_at),
  endedAt: instantOrNull(row.ended_at),
  endReason: row.end_reason,
});
