import { expectSameTexts } from '@irisflow/frame/testing';
import { locales } from '@irisflow/ui';
import { describe, expect, test } from 'vitest';
import { aboutTexts } from '../about/about-texts.ts';
import { appointmentTexts } from '../appointments/appointment-texts.ts';
import { invitationTexts } from '../invitations/invitation-texts.ts';
import { noticeTexts } from '../notices/notice-texts.ts';
import { paymentTexts } from '../payments/payment-texts.ts';
import { rightTexts } from '../rights/right-texts.ts';
import { personalTexts } from './personal-texts.ts';
import { loadPortalTexts } from './portal-texts.ts';

describe('the texts of the portal', () => {
  test.each(locales)('%s has the same keys and the same places as French, and no empty text', async (locale) => {
    expectSameTexts(await loadPortalTexts(locale), await loadPortalTexts('fr'));
    expectSameTexts(rightTexts[locale], rightTexts.fr);
    expectSameTexts(invitationTexts[locale], invitationTexts.fr);
    expectSameTexts(noticeTexts[locale], noticeTexts.fr);
    expectSameTexts(paymentTexts[locale], paymentTexts.fr);
    expectSameTexts(aboutTexts[locale], aboutTexts.fr);
    expectSameTexts(appointmentTexts[locale], appointmentTexts.fr);
    expectSameTexts(await personalTexts.load(locale), await personalTexts.load('fr'));
  });

  test('say each thing once: what every page says is not said again for the personal ones', async () => {
    const personal = Object.keys(await personalTexts.load('fr'));
    const everywhere = await loadPortalTexts('fr');
    expect(personal.filter((key) => key in everywhere)).toEqual([]);
  });
});
