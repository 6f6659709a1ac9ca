import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../../config/config.ts';
import { openHomeFolder } from '../../start/home-folder.ts';
import { problem, well, type Finding } from './finding.ts';

const OTHERS = 0o077;

/** The home folder can be written, and nobody else reads the secrets in it. */
export const checkHome = async ({ home }: Config): Promise<Finding> => {
  try {
    openHomeFolder(home);
  } catch (thrown) {
    return problem(thrown, 'Give this user the folder.');
  }
  const secrets = path.join(home, 'secrets.json');
  if (existsSync(secrets) && (statSync(secrets).mode & OTHERS) !== 0)
    return problem(`Expected only its owner to read ${secrets}, but others can`, `Run: chmod 600 ${secrets}`);
  return well(home);
};
