import { CaseworkError } from '@irisflow/foundation';

/** Why a host is not put on a list; forms say it at the field, in the reader's language. */
export type HostRefusal = 'hostName' | 'ownPlatform' | 'privateHost';

export const refuseHost = (keyword: HostRefusal, detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail, { errors: [{ pointer: '/host', keyword }] });
};
