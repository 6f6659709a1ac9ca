import type { Actor } from '@irisflow/access';
import type { DatabaseKind } from '@irisflow/database';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenPublished,
  givenReader,
  givenStaff,
  openTestCasework,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { type ScriptedProvider, scriptedProvider } from './scripted-provider.ts';

/** Somebody who owes something, who keeps the books of it, and a provider that does what the test says. */
export interface GivenPayer {
  readonly given: TestCasework;
  readonly scripted: ScriptedProvider;
  readonly payer: Actor;
  readonly stranger: Actor;
  readonly accountant: Actor;
  readonly connector: Actor;
  /** Asks for a payment; answers its key. */
  owe(amount: string): Promise<string>;
  /** Goes to the provider's page; answers the provider's key of the payment. */
  goToPay(receivableId: string, locale?: 'fr' | 'nl'): Promise<string>;
  /** The provider says that something changed, and the platform asks it. */
  tell(providerId: string): Promise<void>;
  balanceOf(account: string): Promise<string>;
}

export const givenPayer = async (kind?: DatabaseKind): Promise<GivenPayer> => {
  let now: () => number = Date.now;
  const scripted = scriptedProvider(() => now());
  const given = await openTestCasework({ paymentProvider: scripted.provider, ...(kind === undefined ? {} : { kind }) });
  now = () => given.clock.now();
  const { casework } = given;
  await givenAdministrations(casework);
  await givenPublished(casework);
  const accountant = await givenStaff(casework, { name: 'Ada', roles: ['accountant'] });
  const administrator = await givenStaff(casework, { name: 'Alma', roles: ['administrator'] });
  await casework.ledger.setPayee(administrator, { iban: 'BE68539007547034', name: 'Housing', revision: 0 });
  const payer = await givenReader(casework, 'Léa Janssens');
  const stranger = await givenReader(casework, 'Noor Peeters');
  const connector = connectorOf(await givenCase(casework, payer));
  let asked = 0;
  return {
    given,
    scripted,
    payer,
    stranger,
    accountant,
    connector,
    owe: async (amount) => {
      const { receivableId } = await casework.caseStore.askPayment(connector, {
        idempotencyKey: `owe-${(asked += 1)}`,
        kind: 'fee',
        label: { fr: 'Redevance', nl: 'Retributie', en: 'Fee' },
        legalReference: 'Ordinance',
        amount,
        days: 30,
      });
      return receivableId;
    },
    goToPay: async (receivableId, locale = 'fr') => {
      const { page } = await casework.onlinePayments.payOnline(payer, { receivableId, locale });
      return page.split('/').at(-1) ?? '';
    },
    tell: async (providerId) => {
      await casework.onlinePayments.hearProvider({ kind: 'anonymous' }, { id: providerId });
      await casework.onlinePayments.ask(system, {});
    },
    balanceOf: async (account) => {
      const { balances } = await casework.ledger.getBooks(accountant, {});
      return balances.find((one) => one.account === account)?.balance ?? '0.00';
    },
  };
};
