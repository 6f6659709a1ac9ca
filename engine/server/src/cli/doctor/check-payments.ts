import { createOriginFetch } from '@irisflow/connector-sdk';
import type { Config } from '../../config/config.ts';
import { problem, well, type Finding } from './finding.ts';

const TIMEOUT_MS = 5_000;
/** No provider has a payment under it: whoever knows us says that there is none. */
const NOBODY = 'irisflow-doctor';

/** The payment provider answers and knows our key; without one, nobody pays online, which is said. */
export const checkPayments = async ({ paymentUrl, paymentKey }: Config): Promise<Finding> => {
  if (paymentUrl === '') return well('none: nothing is paid online');
  const way = createOriginFetch(paymentUrl);
  try {
    const { status } = await way.fetch({
      url: `${paymentUrl}/payments/${NOBODY}`,
      headers: { authorization: `Bearer ${paymentKey}` },
      timeoutMs: TIMEOUT_MS,
    });
    if (status === 404) return well(paymentUrl);
    throw new Error(`Expected it to say that there is no payment ${NOBODY} (404), but its status was ${status}`);
  } catch (thrown) {
    return problem(thrown, 'Check IRISFLOW_PAYMENT_URL and IRISFLOW_PAYMENT_KEY; until then nobody can pay online.');
  } finally {
    await way.close();
  }
};
