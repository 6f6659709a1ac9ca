import { actingFor } from '@irisflow/access';
import { CaseworkError, type Locale } from '@irisflow/foundation';
import { structuredCommunication } from '@irisflow/identifiers';
import { amountOf, type Receivable, requireMine } from '@irisflow/ledger';
import { nextAsk } from '../acts/next-ask.ts';
import type { PaymentProvider } from '../provider/payment-provider.ts';
import { noteCreated, type OnlinePayment } from '../storage/online-payments.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { OfferedPage } from '../views/online-payment.ts';
import { offer } from './offer.ts';

export interface PayOnline {
  readonly receivableId: string;
  /** The language of the pages. */
  readonly locale: Locale;
}

const requireProvider = ({ paymentProvider }: Surroundings): PaymentProvider => {
  if (paymentProvider !== null) return paymentProvider;
  throw new CaseworkError('NOT_PAID_ONLINE', 'Expected a payment provider, but none is configured');
};

/** Nothing of these addresses is said by whoever pays. */
const create = (
  { publicUrl }: Surroundings,
  provider: PaymentProvider,
  { offered, receivable }: OfferedOf,
): Promise<{ readonly providerId: string; readonly page: string }> =>
  provider.create({
    key: offered.id,
    administration: offered.administration,
    amount: amountOf(offered.amount),
    communication: structuredCommunication.format(receivable.communication),
    description: receivable.label[offered.locale],
    locale: offered.locale,
    returnUrl: `${publicUrl}/${offered.locale}/my/payments/${receivable.id}/online`,
    webhookUrl: `${publicUrl}/api/online-payments/notifications`,
    expiresAt: +new Date(offered.expiresAt),
  });

interface OfferedOf {
  readonly offered: OnlinePayment;
  readonly receivable: Receivable;
}

/**
 * Says where to pay what is due of something that I owe. The provider is asked outside of a transaction; whoever fails after it has
 * answered asks it again under the same key, and gets the same page.
 */
export const payOnline: UseCase<PayOnline, OfferedPage> = async (given, actor, { receivableId, locale }) => {
  const receivable = await requireMine(given.database, actor, receivableId);
  const provider = requireProvider(given);
  const surroundings = actingFor(given, actor, 'onlinePayments');
  const { database, clock } = surroundings;
  const offered = await offer(surroundings, {
    actor,
    receivableId,
    administration: receivable.administration,
    locale,
  });
  if (offered.page !== null) return { page: offered.page };
  const { providerId, page } = await create(surroundings, provider, { offered, receivable });
  await database.transaction((tx) =>
    noteCreated(tx, { id: offered.id, providerId, page, askAt: nextAsk(offered, clock.now()) }),
  );
  return { page };
};
