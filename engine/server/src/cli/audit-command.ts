import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  exportedChains,
  exportLines,
  judgeChains,
  readAnchors,
  storedChains,
  type AuditFinding,
  type ReadAnchors,
} from '@irisflow/access';
import { readConfig } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { anchorPathOf } from '../start/anchor-file.ts';
import { openConfiguredDatabase } from '../start/open-configured-database.ts';
import type { Run } from './command.ts';
import { withAudit } from './with-audit.ts';

const sentences: Readonly<Record<AuditFinding['problem'], (finding: AuditFinding) => string>> = {
  entryChanged: ({ chain, from }) => `${chain}: entry ${from} does not follow from the one before it`,
  tailMissing: ({ chain, from }) => `${chain}: entries from ${from} on are missing`,
  headChanged: ({ chain, from }) => `${chain}: the head does not fit its last entry, ${from}`,
  anchorDiffers: ({ chain, from }) => `${chain}: entries from ${from} on are not those that were anchored`,
  anchoredMissing: ({ chain, from }) => `${chain}: entries from ${from} on were anchored and are gone`,
  anchorsChanged: ({ from }) => `anchors: line ${from} is not signed by the key, or lines before it are gone`,
};

const tell = (finding: AuditFinding): string =>
  `${sentences[finding.problem](finding)}; the last anchor that fits is ${finding.since === null ? 'none' : `of ${finding.since}`}.`;

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const anchorsIn = (file: string, key: string): ReadAnchors => {
  const text = textOf(file);
  if (text === '') return { anchors: [], findings: [] };
  const publicKey = textOf(key);
  if (publicKey === '') throw new ConfigError(`Expected the public key of the anchors at ${key}, but there is none.`);
  return readAnchors(text, publicKey);
};

const linesOf = (file: string) => () => createInterface({ input: createReadStream(file), crlfDelay: Infinity });

const verify: Run = async (parameters) => {
  const { values } = parseArgs({
    args: [...parameters],
    options: { file: { type: 'string' }, anchors: { type: 'string' }, key: { type: 'string' } },
  });
  const config = readConfig(process.env);
  const anchorFile = values.anchors ?? anchorPathOf(config);
  const { anchors, findings } = anchorsIn(anchorFile, values.key ?? `${anchorFile}.pub`);
  const { file } = values;
  const verdicts =
    file === undefined
      ? await withAudit(await openConfiguredDatabase(config), (db) => judgeChains(storedChains(db), anchors, null))
      : await judgeChains(exportedChains(linesOf(file)), anchors, null);
  for (const { chain, entries, intact, anchoredAt } of verdicts)
    process.stdout.write(
      `${chain}: ${entries} entries, ${intact ? 'intact' : 'NOT INTACT'}, ${anchoredAt === null ? 'never anchored' : `anchored at ${anchoredAt}`}\n`,
    );
  const found = [...findings, ...verdicts.flatMap((verdict) => verdict.findings)];
  for (const finding of found) process.stdout.write(`${tell(finding)}\n`);
  return found.length === 0 ? 0 : 1;
};

const exportAll: Run = async () =>
  withAudit(await openConfiguredDatabase(readConfig(process.env)), async (db) => {
    for await (const part of exportLines(storedChains(db), null)) process.stdout.write(part);
    return 0;
  });

const actions: Readonly<Record<string, Run>> = { verify, export: exportAll };

export const runAudit: Run = async ([action = '', ...parameters]) => {
  const run = actions[action];
  if (run === undefined)
    throw new ConfigError(
      'Expected "audit verify [--file <export>] [--anchors <file>] [--key <file>]" or "audit export".',
    );
  return run(parameters);
};
