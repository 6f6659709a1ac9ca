import type { MandateRow } from '../storage/mandates.ts';
import type { MandateState, MandateView } from '../views/mandate.ts';

const stateOf = (row: MandateRow, today: string): MandateState => {
  if (row.revoked_at !== null) return 'revoked';
  if (row.valid_from > today) return 'future';
  return row.valid_to !== null && row.valid_to < today ? 'over' : 'inForce';
};

export const viewMandate = (row: MandateRow, today: string): MandateView => ({
  id: row.id,
  mandator: row.mandator_name,
  mandatee: row.mandatee_name,
  procedures: row.procedures,
  mayDelegate: row.may_delegate,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  state: stateOf(row, today),
  origin: row.origin,
  proof: row.proof,
});
