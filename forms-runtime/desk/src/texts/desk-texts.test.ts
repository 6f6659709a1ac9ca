import { expectSameTexts } from '@irisflow/frame/testing';
import { locales } from '@irisflow/ui';
import { describe, test } from 'vitest';
import { counterTexts } from '../counters/counter-texts.ts';
import { moneyTexts } from '../money/money-texts.ts';
import { noticeTexts } from '../notices/notice-texts.ts';
import { campaignTexts } from '../campaigns/campaign-texts.ts';
import { obligationTexts } from '../obligations/obligation-texts.ts';
import { postRoomTexts } from '../post-room/post-room-texts.ts';
import { payoutTexts } from '../payouts/payout-texts.ts';
import { quotaTexts } from '../quotas/quota-texts.ts';
import { rightImportTexts } from '../right-imports/right-import-texts.ts';
import { rightSourceTexts } from '../rights/sources/right-source-texts.ts';
import { statementTexts } from '../statement/statement-texts.ts';
import { loadDeskTexts } from './desk-texts.ts';

describe('the texts of the desk', () => {
  test.each(locales)('%s has the same keys and the same places as French, and no empty text', async (locale) => {
    expectSameTexts(await loadDeskTexts(locale), await loadDeskTexts('fr'));
    expectSameTexts(counterTexts[locale], counterTexts.fr);
    expectSameTexts(moneyTexts[locale], moneyTexts.fr);
    expectSameTexts(noticeTexts[locale], noticeTexts.fr);
    expectSameTexts(obligationTexts[locale], obligationTexts.fr);
    expectSameTexts(campaignTexts[locale], campaignTexts.fr);
    expectSameTexts(postRoomTexts[locale], postRoomTexts.fr);
    expectSameTexts(payoutTexts[locale], payoutTexts.fr);
    expectSameTexts(quotaTexts[locale], quotaTexts.fr);
    expectSameTexts(rightImportTexts[locale], rightImportTexts.fr);
    expectSameTexts(rightSourceTexts[locale], rightSourceTexts.fr);
    expectSameTexts(statementTexts[locale], statementTexts.fr);
  });
});
