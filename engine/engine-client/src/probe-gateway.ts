import { ZBClient } from 'zeebe-node';
import { toFailure, type GatewayAddress } from './gateway-commands.ts';

const PATIENCE_MS = 5_000;

/** Asks the gateway for its topology as the platform would; rejects with a sentence when it does not answer us. */
export const probeGateway = async ({ grpcAddress, client: how, prepare }: GatewayAddress): Promise<void> => {
  const client = new ZBClient(grpcAddress, { ...how, loglevel: 'NONE', retry: false });
  prepare?.(client);
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${PATIENCE_MS / 1000} s`)), PATIENCE_MS);
  });
  try {
    await Promise.race([client.topology(), tooLate]);
  } catch (thrown) {
    throw toFailure('tell its topology', thrown);
  } finally {
    clearTimeout(timer);
    await client.close();
  }
};
