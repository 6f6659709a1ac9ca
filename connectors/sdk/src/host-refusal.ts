import { incident, type ConnectorFailure } from './failures.ts';

const REFUSED_HOST = Symbol('irisflow.connector.refused-host');

/** An incident that says which host a connector was kept from. */
export const hostRefusal = (host: string, message: string): ConnectorFailure =>
  Object.assign(incident(message), { [REFUSED_HOST]: host });

/** The host that a thrown refusal is about; undefined for any other error. */
export const refusedHostOf = (thrown: unknown): string | undefined => {
  if (!(thrown instanceof Error) || !(REFUSED_HOST in thrown)) return undefined;
  return String(thrown[REFUSED_HOST]);
};
