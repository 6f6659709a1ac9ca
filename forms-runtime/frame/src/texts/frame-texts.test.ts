import { locales } from '@irisflow/ui';
import { describe, test } from 'vitest';
import { expectSameTexts } from '../testing/index.ts';
import { frameMessages } from './frame-texts.ts';

describe('the shared texts', () => {
  test.each(locales)('%s has the same keys and the same places as French, and no empty text', (locale) => {
    expectSameTexts(frameMessages[locale], frameMessages.fr);
  });
});
