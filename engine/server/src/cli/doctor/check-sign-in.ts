import type { Config } from '../../config/config.ts';
import { problem, well, type Finding } from './finding.ts';

const TIMEOUT_MS = 5_000;

/** The identity provider describes itself under the name that we know it by. */
export const checkSignIn = async ({ oidcIssuer, demo }: Config): Promise<Finding> => {
  if (oidcIssuer === '')
    return demo
      ? well('demonstration people, no identity provider')
      : problem('Expected an identity provider, but there is none', 'Set IRISFLOW_OIDC_ISSUER.');
  const address = `${oidcIssuer}/.well-known/openid-configuration`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    const { issuer } = (await response.json()) as { issuer?: unknown };
    if (response.ok && String(issuer).replace(/\/$/, '') === oidcIssuer) return well(oidcIssuer);
    return problem(
      `Expected ${address} to describe ${oidcIssuer}, but it describes ${String(issuer)}`,
      'Set IRISFLOW_OIDC_ISSUER to the name that the provider gives itself.',
    );
  } catch (thrown) {
    return problem(thrown, `Check IRISFLOW_OIDC_ISSUER and that this machine reaches ${address}.`);
  }
};
