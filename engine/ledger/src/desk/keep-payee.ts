import { appendAudit, requireStaff } from '@irisflow/access';
import { CaseworkError } from '@irisflow/foundation';
import { iban as ibanIdentifier } from '@irisflow/identifiers';
import { requireIban } from '../iban.ts';
import { findPayee, savePayee } from '../storage/payees.ts';
import type { UseCase } from '../surroundings.ts';
import type { PayeeSettings, PayeeView } from '../views/money.ts';

const shown = (payee: PayeeView): PayeeView => ({ ...payee, iban: ibanIdentifier.format(payee.iban) });

/** To which account people pay an administration; null where it has not said so. */
export const getPayee: UseCase<Record<string, never>, PayeeView | null> = async ({ database }, actor) => {
  const { administration } = requireStaff(actor, ['administrator', 'accountant']);
  const payee = await findPayee(database, administration);
  return payee === null ? null : shown(payee);
};

/** Says so. Administrators alone: whoever enters payments does not say where they go. */
export const setPayee: UseCase<PayeeSettings & { readonly revision: number }, PayeeView> = (
  surroundings,
  actor,
  { iban: written, name, revision },
) =>
  surroundings.database.transaction(async (tx) => {
    const { administration } = requireStaff(actor, ['administrator']);
    const payee = { iban: requireIban(written), name: name.trim() };
    if (!(await savePayee(tx, { administration, ...payee, revision })))
      throw new CaseworkError(
        'STALE_REVISION',
        `Expected revision ${revision} of the account, but somebody changed it`,
      );
    await appendAudit(surroundings, tx, {
      actor,
      action: 'payee.set',
      object: `payee:${administration}`,
      administration,
      detail: { revision: revision + 1, iban: payee.iban },
    });
    return shown({ ...payee, revision: revision + 1 });
  });
