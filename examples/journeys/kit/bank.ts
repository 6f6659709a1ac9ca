import { writeCoda } from '@irisflow/bank-files/testing';

/** The account of the administration, to which people pay and from which it pays. */
export const account = 'BE68539007547034';
/** The account of whoever pays and is paid. */
export const payersAccount = 'BE54000000000097';

export interface Transfer {
  /** As the page shows it: `+++090/9337/55493+++`. */
  readonly communication: string;
  readonly cents: bigint;
  readonly name: string;
}

export const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(Date.now());

/** A bank that writes one statement after the other of the account. */
export const openBank = (dayOf: () => string = today) => {
  let number = 0;
  let balance = 0n;
  return (transfers: readonly Transfer[]): string => {
    number += 1;
    const opening = balance;
    balance += transfers.reduce((sum, { cents }) => sum + cents, 0n);
    return writeCoda({
      account,
      owner: 'BRUSSELS HOUSING',
      number: String(number),
      day: dayOf(),
      opening,
      movements: transfers.map(({ communication, cents, name }) => ({
        cents,
        communication: { kind: 'structured', digits: communication.replaceAll(/\D/g, '') },
        counterparty: { name, account: payersAccount, bank: null },
      })),
    });
  };
};
