import type { Config } from '../../config/config.ts';
import { checkEbox, checkRegistered } from './check-carriers.ts';
import { checkFileScanner } from './check-file-scanner.ts';
import { checkGrpc, checkRest } from './check-engine.ts';
import { checkHome } from './check-home.ts';
import { checkMail } from './check-mail.ts';
import { checkPayments } from './check-payments.ts';
import { checkSealFiles } from './check-seals.ts';
import { checkSignIn } from './check-sign-in.ts';
import { checkStore } from './check-store.ts';
import type { Finding } from './finding.ts';

/** What the doctor looks at, in this order. */
export const checks: Readonly<Record<string, (config: Config) => Promise<Finding>>> = {
  'home folder': checkHome,
  store: checkStore,
  'engine, gRPC': checkGrpc,
  'engine, REST': checkRest,
  'identity provider': checkSignIn,
  mail: checkMail,
  'scanner of files': checkFileScanner,
  'seals of letters': checkSealFiles,
  'payment provider': checkPayments,
  'registered letters': checkRegistered,
  'digital mailboxes': checkEbox,
};
