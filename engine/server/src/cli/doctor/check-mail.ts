import { once } from 'node:events';
import { connect } from 'node:net';
import type { Config } from '../../config/config.ts';
import { problem, well, type Finding } from './finding.ts';

const TIMEOUT_MS = 5_000;

const portOf = ({ port, protocol }: URL): number => {
  if (port !== '') return Number(port);
  return protocol === 'smtps:' ? 465 : 25;
};

/** Something listens where mails are sent to. */
export const checkMail = async ({ smtpUrl, demo }: Config): Promise<Finding> => {
  if (smtpUrl === '')
    return demo
      ? well('the mail catcher of the demonstration')
      : problem('Expected a mail server, but there is none', 'Set IRISFLOW_SMTP_URL.');
  if (!URL.canParse(smtpUrl)) return problem(`Expected a URL, but found another text`, 'Check IRISFLOW_SMTP_URL.');
  const url = new URL(smtpUrl);
  const socket = connect({ host: url.hostname, port: portOf(url) });
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(TIMEOUT_MS) });
    return well(url.host);
  } catch (thrown) {
    return problem(thrown, `Check IRISFLOW_SMTP_URL and that this machine reaches ${url.host}.`);
  } finally {
    socket.destroy();
  }
};
