import { once } from 'node:events';
import type { Config } from '../../config/config.ts';
import { connectScanner } from '../../start/create-file-scanner.ts';
import { problem, well, type Finding } from './finding.ts';

const TIMEOUT_MS = 5_000;

/** What checks files for viruses listens; without it, nobody checks them, which is said. */
export const checkFileScanner = async ({ fileScanner, uncheckedFiles }: Config): Promise<Finding> => {
  if (fileScanner === '')
    return well(`none: files of others are ${uncheckedFiles === 'open' ? 'opened unchecked' : 'closed to everybody'}`);
  const socket = connectScanner(fileScanner, TIMEOUT_MS);
  try {
    await once(socket, 'connect');
    return well(fileScanner);
  } catch (thrown) {
    return problem(thrown, 'Check IRISFLOW_FILE_SCANNER and that clamd runs; until then new files stay closed.');
  } finally {
    socket.destroy();
  }
};
