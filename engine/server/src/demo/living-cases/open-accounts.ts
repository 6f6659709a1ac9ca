import type { Casework } from '@irisflow/platform';
import { demoAdministrations, demoStaff } from '../demo-staff.ts';
import { signInAs } from './demo-person.ts';

/** Invented accounts, whose numbers pass their check. */
const ibans: Readonly<Record<string, string>> = {
  'brussels-housing': 'BE68539007547034',
  'brussels-mobility': 'BE71096123456769',
};

/** To and from which account each administration of the demonstration is paid and pays, where it has not said so itself. */
export const openAccounts = async (casework: Casework): Promise<void> => {
  const { ledger, payables } = casework;
  for (const { key, name } of demoAdministrations) {
    const administrator = demoStaff.find(
      ({ administration, roles }) => administration === key && roles.includes('administrator'),
    );
    const iban = ibans[key];
    if (administrator === undefined || iban === undefined) continue;
    const actor = await signInAs(casework, administrator.name);
    const account = { iban, name: name.fr, revision: 0 };
    if ((await ledger.getPayee(actor, {})) === null) await ledger.setPayee(actor, account);
    if ((await payables.getPayer(actor, {})) === null) await payables.setPayer(actor, account);
  }
};
