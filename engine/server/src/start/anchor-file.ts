import { createPublicKey } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createAnchorKey, type AnchorFile } from '@irisflow/access';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';

const publicKeyOf = (privateKey: string): string => {
  try {
    return createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  } catch {
    throw new ConfigError('Expected IRISFLOW_ANCHOR_KEY to be an Ed25519 private key in PEM, but it is not.');
  }
};

/** The configured key, or one that is made once in the home folder, readable by its owner alone. */
const privateKeyOf = ({ anchorKey, home }: Config): string => {
  if (anchorKey !== '') return anchorKey;
  const file = path.join(home, 'audit-anchor.key');
  if (!existsSync(file)) writeFileSync(file, createAnchorKey().privateKey, { mode: 0o600, flag: 'wx' });
  return readFileSync(file, 'utf8');
};

export const anchorPathOf = ({ anchorFile, home }: Config): string =>
  anchorFile === '' ? path.join(home, 'audit-anchors.jsonl') : path.resolve(anchorFile);

/** The public key lies beside the anchors: whoever is given both can verify without us. */
export const openAnchorFile = (config: Config): AnchorFile => {
  const file = anchorPathOf(config);
  const privateKey = privateKeyOf(config);
  const publicKey = publicKeyOf(privateKey);
  writeFileSync(`${file}.pub`, publicKey, { mode: 0o644 });
  return {
    privateKey,
    publicKey,
    read: async () => (existsSync(file) ? readFile(file, 'utf8') : ''),
    append: async (line) => {
      const handle = await open(file, 'a', 0o600);
      try {
        await handle.write(`${line}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
};
