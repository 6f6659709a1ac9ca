import { checkBroker } from '@irisflow/broker';
import { checkBudgets } from '@irisflow/budgets';
import { checkLedger } from '@irisflow/ledger';
import { checkPayables } from '@irisflow/payables';
import { checkCampaigns } from '@irisflow/campaigns';
import { checkObligations } from '@irisflow/obligations';
import { checkSeals } from '@irisflow/dispatch';
import { checkLetters } from '@irisflow/post-room';
import { checkQuotas } from '@irisflow/quotas';
import { checkRightImports } from '@irisflow/right-imports';
import { checkTerms } from '@irisflow/term-clock';
import { readConfig } from '../config/config.ts';
import { openConfiguredDatabase } from '../start/open-configured-database.ts';
import type { Run } from './command.ts';

export const runCheck: Run = async () => {
  const database = await openConfiguredDatabase(readConfig(process.env));
  try {
    const findings = [
      ...(await checkBroker(database)),
      ...(await checkLedger(database)),
      ...(await checkBudgets(database)),
      ...(await checkPayables(database)),
      ...(await checkQuotas(database)),
      ...(await checkObligations(database)),
      ...(await checkCampaigns(database)),
      ...(await checkRightImports(database)),
      ...(await checkTerms(database)),
      ...(await checkLetters(database)),
      ...(await checkSeals(database)),
    ];
    for (const finding of findings) process.stdout.write(`${finding}\n`);
    process.stdout.write(
      `${findings.length === 0 ? 'State, read model and diary agree, the books balance, budgets hold, places are counted, rights that were taken over are those of their files, letters are in one hand, sealed ones are as they were sealed and what is due was told' : `${findings.length} findings`}.\n`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
};
