import { locales } from '@irisflow/ui';
import { describe, test } from 'vitest';
import { hourTexts } from '../hours/hour-texts.ts';
import { statementTexts } from '../statement/statement-texts.ts';
import { expectSameTexts } from '../testing/index.ts';
import { frameMessages } from './frame-texts.ts';

describe('the shared texts', () => {
  test.each(locales)('%s has the same keys and the same places as French, and no empty text', (locale) => {
    expectSameTexts(frameMessages[locale], frameMessages.fr);
    expectSameTexts(hourTexts[locale], hourTexts.fr);
    expectSameTexts(statementTexts[locale], statementTexts.fr);
  });
});
