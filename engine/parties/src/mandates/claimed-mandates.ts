import { appendAudit, type Actor, type ClaimedMandate, type IdentityClaims, type PersonRow } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { findOrganization, insertParty, updateParty } from '../storage/parties.ts';
import { insertMandate, listClaimedMandates, revokeMandateRow, type MandateRow } from '../storage/mandates.ts';
import type { Surroundings } from '../surroundings.ts';

interface SignedIn {
  readonly actor: Actor;
  readonly partyId: string;
  readonly account: PersonRow;
  readonly claims: IdentityClaims;
}

/** The company that a provider names; what the provider says of it counts before what a desk noted. */
const organizationOf = async (
  { random, clock }: Surroundings,
  tx: Queryable,
  { enterpriseNumber, name, seatCommune }: ClaimedMandate,
): Promise<string> => {
  const known = await findOrganization(tx, enterpriseNumber);
  const seat = seatCommune ?? known?.seat_commune ?? null;
  if (known !== undefined) {
    await updateParty(tx, { id: known.id, name, seat_commune: seat, noted_by: null, noted_as: null });
    return known.id;
  }
  const id = random.id();
  await insertParty(tx, {
    id,
    kind: 'organization',
    name,
    language: null,
    enterprise_number: enterpriseNumber,
    seat_commune: seat,
    noted_by: null,
    noted_as: null,
    created_at: isoOf(clock.now()),
  });
  return (await findOrganization(tx, enterpriseNumber))?.id ?? id;
};

const isSame = (row: MandateRow, mandatorId: string, { procedures }: ClaimedMandate): boolean =>
  row.mandator_id === mandatorId && JSON.stringify(row.procedures) === JSON.stringify(procedures ?? null);

const grant = async (
  { random, clock }: Surroundings,
  tx: Queryable,
  { signedIn, mandatorId, claimed }: { signedIn: SignedIn; mandatorId: string; claimed: ClaimedMandate },
): Promise<string> => {
  const id = random.id();
  const at = clock.now();
  await insertMandate(tx, {
    id,
    mandator_id: mandatorId,
    mandator_name: claimed.name,
    mandatee_id: signedIn.partyId,
    mandatee_index: null,
    mandatee_name: signedIn.claims.name,
    procedures: claimed.procedures === undefined ? null : [...claimed.procedures],
    // Whom a register names for everything may let others act as well.
    may_delegate: claimed.procedures === undefined,
    valid_from: dayOf(at),
    valid_to: null,
    origin: 'provider',
    administration: null,
    proof: signedIn.claims.issuer,
    granted_at: isoOf(at),
    granted_by: null,
  });
  return id;
};

/** Takes over for whom the provider says that somebody acts; what it no longer says is revoked. */
export const takeClaimedMandates = async (
  surroundings: Surroundings,
  tx: Queryable,
  signedIn: SignedIn,
): Promise<void> => {
  const known = await listClaimedMandates(tx, signedIn.partyId);
  const kept = new Set<string>();
  const granted: string[] = [];
  for (const claimed of signedIn.claims.mandates ?? []) {
    const mandatorId = await organizationOf(surroundings, tx, claimed);
    const same = known.find((row) => isSame(row, mandatorId, claimed));
    if (same === undefined) granted.push(await grant(surroundings, tx, { signedIn, mandatorId, claimed }));
    else kept.add(same.id);
  }
  const revoked = known.filter(({ id, proof }) => !kept.has(id) && proof === signedIn.claims.issuer);
  const at = isoOf(surroundings.clock.now());
  for (const { id } of revoked) await revokeMandateRow(tx, { id, at, by: null });
  if (granted.length + revoked.length === 0) return;
  await appendAudit(surroundings, tx, {
    actor: signedIn.actor,
    action: 'mandates.claimed',
    object: `party:${signedIn.partyId}`,
    administration: null,
    detail: { granted, revoked: revoked.map(({ id }) => id) },
  });
};
