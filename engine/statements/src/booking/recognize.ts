import type { Queryable } from '@irisflow/database';
import { structuredCommunication } from '@irisflow/identifiers';
import { listByCommunication, type Receivable } from '@irisflow/ledger';
import type { MovementRow } from '../storage/movements.ts';

/** Three, four and five digits that stand by themselves, however people part them. */
const written = /(?<!\d)\d{3}[ ./-]?\d{4}[ ./-]?\d{5}(?!\d)/gu;

/** The communications that a payer may have meant. What the bank passed on as one is it alone. */
const meantBy = ({ communicationKind, communication }: MovementRow): string[] => {
  if (communicationKind === 'structured') return [communication];
  if (communicationKind !== 'free') return [];
  return (communication.match(written) ?? []).flatMap((found) => {
    const checked = structuredCommunication.check(found.replaceAll(/\D/gu, ''));
    return checked.ok ? [checked.value] : [];
  });
};

/** What came back of what we paid is for none of our receivables, whatever stands on it. */
const isFreshMoney = ({ amount, returnReason }: MovementRow): boolean => amount > 0n && returnReason === null;

/**
 * What movements are for, by their place: the one receivable of the administration whose communication stands on it. One that names
 * two waits for a person.
 */
export const recognize = async (
  tx: Queryable,
  administration: string,
  movements: readonly MovementRow[],
): Promise<Map<number, Receivable>> => {
  const meant = new Map(movements.filter(isFreshMoney).map((movement) => [movement.place, meantBy(movement)]));
  const communications = [...new Set([...meant.values()].flat())];
  const found = await listByCommunication(tx, { administration, communications });
  const byCommunication = new Map(found.map((receivable) => [receivable.communication, receivable]));
  const recognized = new Map<number, Receivable>();
  for (const [place, all] of meant) {
    const [one, ...others] = new Set(all.flatMap((communication) => byCommunication.get(communication) ?? []));
    if (one !== undefined && others.length === 0) recognized.set(place, one);
  }
  return recognized;
};
