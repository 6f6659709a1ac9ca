import { createOriginFetch } from '@irisflow/connector-sdk';
import type { Config } from '../../config/config.ts';
import { type Finding, problem, well } from './finding.ts';

const TIMEOUT_MS = 5_000;
/** No carrier has a letter under it: whoever knows us says that there is none. */
const NOBODY = 'irisflow-doctor';

interface Carrier {
  readonly url: string;
  readonly key: string;
  /** How its settings begin. */
  readonly name: string;
  readonly without: string;
}

const check = async ({ url, key, name, without }: Carrier): Promise<Finding> => {
  if (url === '') return well(without);
  const way = createOriginFetch(url);
  try {
    const { status } = await way.fetch({
      url: `${url}/letters/${NOBODY}`,
      headers: { authorization: `Bearer ${key}` },
      timeoutMs: TIMEOUT_MS,
    });
    if (status === 404) return well(url);
    throw new Error(`Expected it to say that there is no letter ${NOBODY} (404), but its status was ${status}`);
  } catch (thrown) {
    return problem(thrown, `Check ${name}_URL and ${name}_KEY; until then letters wait.`);
  } finally {
    await way.close();
  }
};

/** Whoever carries registered letters answers and knows our key; without one, offices post them. */
export const checkRegistered = ({ registeredUrl: url, registeredKey: key }: Config): Promise<Finding> =>
  check({ url, key, name: 'IRISFLOW_REGISTERED', without: 'none: offices post registered letters' });

/** The same of the digital mailboxes. */
export const checkEbox = ({ eboxUrl: url, eboxKey: key }: Config): Promise<Finding> =>
  check({ url, key, name: 'IRISFLOW_EBOX', without: 'none: nothing goes to digital mailboxes by itself' });
