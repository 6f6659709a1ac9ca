import { createServer } from 'node:net';
import { ConfigError } from '../config/config-error.ts';

interface WantedPort {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** The setting to change when the port is taken. */
  readonly setting: string;
}

/** Makes sure before anything is started that a port can be had, and picks one where 0 was asked. */
export const claimPort = ({ host, port, setting }: WantedPort): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another program uses it' : String(error.code);
      reject(
        new ConfigError(
          `Expected port ${port} on ${host} to be free, but ${reason}. Stop that program or set ${setting} to another port.`,
        ),
      );
    });
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
