import { expectSameTexts } from '@irisflow/frame/testing';
import { locales } from '@irisflow/ui';
import { describe, test } from 'vitest';
import { appointmentTexts } from '../appointments/appointment-texts.ts';
import { loadPortalTexts } from './portal-texts.ts';

describe('the texts of the portal', () => {
  test.each(locales)('%s has the same keys and the same places as French, and no empty text', async (locale) => {
    expectSameTexts(await loadPortalTexts(locale), await loadPortalTexts('fr'));
    expectSameTexts(appointmentTexts[locale], appointmentTexts.fr);
  });
});
