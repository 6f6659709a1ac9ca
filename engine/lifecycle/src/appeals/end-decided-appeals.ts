import { job } from '@irisflow/access';
import { hasEnded, lockCase } from '@irisflow/casework';
import { doEach, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { findAppealRow } from '../storage/appeal-rows.ts';
import { type DecidedAppeal, listDecidedAppeals } from '../storage/appeals.ts';
import type { Surroundings } from '../surroundings.ts';
import { closeAppeal } from './close-appeal.ts';

const endedText = (reference: string): LocalizedText =>
  inEveryLocale(
    (locale) =>
      ({
        fr: `Le recours a reçu sa décision dans le dossier ${reference}.`,
        nl: `Over het beroep is beslist in het dossier ${reference}.`,
        en: `The appeal was decided in the case ${reference}.`,
      })[locale],
  );

const endOne = (surroundings: Surroundings, { id, against }: DecidedAppeal): Promise<boolean> =>
  surroundings.database.transaction(async (tx) => {
    // In the order in which whoever records an appeal locks them.
    const decided = await lockCase(tx, against);
    const row = await lockCase(tx, id);
    if (decided === undefined || row === undefined || hasEnded(row)) return false;
    await closeAppeal(surroundings, tx, {
      actor: job('terms'),
      row,
      against: decided,
      clerk: null,
      outcome: 'decided',
      ruling: (await findAppealRow(tx, id))?.ruling ?? null,
      text: endedText(decided.reference),
    });
    return true;
  });

/**
 * Ends the appeals on paper whose case was decided since: they have no process that would. Until then the case stays with the body
 * of appeal: nobody reopens it for another reason and nothing of it is destroyed. Answers how many ended.
 */
export const endDecidedAppeals = async (surroundings: Surroundings): Promise<number> =>
  doEach('end every appeal that was decided', await listDecidedAppeals(surroundings.database), (one) =>
    endOne(surroundings, one),
  );
