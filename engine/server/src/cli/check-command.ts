import { checkBroker } from '@irisflow/broker';
import { readConfig } from '../config/config.ts';
import { openConfiguredDatabase } from '../start/open-configured-database.ts';
import type { Command } from './command.ts';

const run = async (): Promise<number> => {
  const database = await openConfiguredDatabase(readConfig(process.env));
  try {
    const findings = await checkBroker(database);
    for (const finding of findings) process.stdout.write(`${finding}\n`);
    process.stdout.write(
      `${findings.length === 0 ? 'State, read model and diary agree' : `${findings.length} findings`}.\n`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
};

export const checkCommand: Command = {
  usage: 'check --deep',
  summary: 'Compares state, read model and diary of the engine. The platform must be stopped.',
  run,
};
