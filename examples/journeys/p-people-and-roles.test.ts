import { describe, expect, it } from 'vitest';
import { createLook } from './kit/look.ts';
import { signInBy } from './kit/sign-in.ts';
import { givenStaffedDesk } from './kit/staffed-desk.ts';
import { wordsOf, type JourneyLocale } from './kit/texts.ts';

const headHousing = 'Karim Haddad';
const platform = 'Mireille Adam';

describe('journey p: who works here, and where one is signed in', () => {
  const desk = givenStaffedDesk('p');
  const openDeskAs = (name: string, locale: JourneyLocale, address = '') => desk.openDesk({ name, locale, address });

  it.each(['fr', 'nl'] as const)(
    'lets the platform open an administration and invite who heads it (%s)',
    async (locale) => {
      const key = `water-${locale}`;
      const { page, say, look, button } = await openDeskAs(platform, locale, 'administration/administrations');
      await page.getByRole('row').nth(2).waitFor();
      await look('administrations');

      // given a new administration
      await button(say('admin.administrations.add')).click();
      await button(say('admin.save')).click();
      await page.getByText(say('admin.key.wrong')).waitFor();
      await look('administration-new');
      await page.getByLabel(say('admin.key')).fill(key);
      for (const language of ['fr', 'nl', 'en'] as const)
        await page.getByLabel(say(`admin.name.${language}`)).fill(`Water ${language} ${locale}`);
      await button(say('admin.save')).click();
      await page.getByRole('heading', { level: 1, name: `Water ${locale} ${locale}` }).waitFor();

      // with a group
      await button(say('admin.groups.add')).click();
      await page.getByLabel(say('admin.key')).fill('meters');
      for (const language of ['fr', 'nl', 'en'] as const)
        await page.getByLabel(say(`admin.name.${language}`)).fill('Meters');
      await button(say('admin.save')).click();
      await page.getByRole('cell', { name: 'meters', exact: true }).waitFor();
      await look('administration');

      // when somebody is invited to head it
      await page.getByRole('link', { name: say('admin.people'), exact: true }).click();
      await page.getByRole('row', { name: /Nadia Lambert/ }).waitFor();
      await look('people');
      await button(say('admin.invite')).click();
      await button(say('admin.invite')).last().click();
      await page.getByText(say('admin.email.wrong')).waitFor();
      await page.getByLabel(say('admin.email'), { exact: true }).fill(`head-${locale}@water.example`);
      await page.getByLabel(say('admin.administration')).last().selectOption(key);
      await page.getByLabel(new RegExp(say('admin.role.administrator'))).check();
      await page.getByLabel('Meters').check();
      await look('invite');
      await button(say('admin.invite')).last().click();
      await page.getByRole('cell', { name: `head-${locale}@water.example`, exact: true }).waitFor();

      // then the invitation can be taken back
      await page.getByRole('button', { name: new RegExp(`^${say('admin.withdraw')} head-${locale}`) }).click();
      await look('withdraw');
      await button(say('admin.withdraw')).click();
      await page.getByText(say('admin.withdraw.done')).waitFor();
      expect(await page.getByText(`head-${locale}@water.example`).count()).toBe(0);
    },
  );

  it.each(['fr', 'nl'] as const)(
    'lets an administrator list a closing day and see what it moves (%s)',
    async (locale) => {
      const { page, say, look, button } = await openDeskAs(headHousing, locale, 'administration/closures');
      await button(say('closures.add')).click();
      const dialog = page.getByRole('dialog');
      for (const language of ['fr', 'nl', 'en'] as const)
        await dialog.getByLabel(say(`admin.name.${language}`)).fill(`Pont ${locale}`);
      await dialog.getByLabel(say('closures.recurs.yearly')).check();
      await dialog.getByRole('button', { name: say('closures.add') }).click();
      await dialog.getByText(say('closures.from.missing')).waitFor();
      await look('closure-new');
      const first = dialog.getByRole('group', { name: new RegExp(say('closures.from.yearly')) });
      const parts = first.getByRole('textbox');
      for (const [index, part] of ['08', '05', '2027'].entries()) await parts.nth(index).fill(part);
      await dialog.getByRole('button', { name: say('closures.add') }).click();
      await page.getByRole('cell', { name: `Pont ${locale}`, exact: true }).waitFor();

      await button(say('recount.show')).click();
      const nothing = say('recount.none.other', { count: '0' }).split(/\s*:/u)[0] ?? '';
      await page.getByText(nothing).waitFor();
      await look('closures');

      await page.getByRole('button', { name: new RegExp(`^${say('admin.remove')} Pont ${locale}`) }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('admin.remove') })
        .click();
      await page.getByText(say('closures.remove.done', { name: `Pont ${locale}` })).waitFor();
      expect(await page.getByRole('cell', { name: `Pont ${locale}`, exact: true }).count()).toBe(0);
    },
  );

  it.each(['fr', 'nl'] as const)(
    'lets an administrator say how accessible its pages are, everybody read it, and report what stands in the way (%s)',
    async (locale) => {
      const { page, look, button } = await openDeskAs(headHousing, locale, 'administration/accessibility');
      const words = wordsOf('statement', locale);
      const limits = `Plans ${locale}: https://housing.example/${'toegankelijkheid-'.repeat(6)}`;
      const boxes = page.getByRole('textbox', { name: /\((?:Français|Nederlands|English)\)/ });
      await boxes.first().fill('');
      await button(words('save')).click();
      await page.getByText(words('wrong.missing')).first().waitFor();
      await look('statement-new');
      for (const box of await boxes.all()) await box.fill(limits);
      const day = page.getByRole('group', { name: words('reviewedOn') }).getByRole('textbox');
      for (const [index, part] of ['20', '11', '2026'].entries()) await day.nth(index).fill(part);
      await button(words('preview.open')).click();
      await page.getByRole('dialog').getByText(limits).first().waitFor();
      await look('statement-preview');
      await page.keyboard.press('Escape');
      await button(words('save')).click();
      await page.getByText(words('saved')).first().waitFor();

      const portal = await desk.open(locale);
      const lookThere = createLook({ page: portal, who: `p-portal-${locale}` });
      await portal.goto(`${desk.webUrl()}/${locale}/accessibility`);
      const way = portal.getByRole('link', { name: /Brussel.*(?:Logement|Huisvesting)|(?:Logement|Huisvesting)/ });
      await way.first().waitFor();
      await lookThere('accessibility');
      await way.first().click();
      await portal.getByText(limits).first().waitFor();
      await lookThere('statement');
      expect(await portal.getByText(limits).count()).toBe(3);

      const about = wordsOf('about', locale);
      await portal.getByLabel(about('report.words')).fill(`Obstacle ${locale}`);
      await portal.getByRole('button', { name: about('report.send') }).click();
      await portal.getByText(about('report.sent')).waitFor();
      await lookThere('reported');
      await page.reload();
      await page.getByText(`Obstacle ${locale}`).waitFor();
      await look('reports');
      await page.getByRole('button', { name: words('report.handle') }).click();
      await page.getByText(words('report.handled.done')).waitFor();
    },
  );

  it.each(['fr', 'nl'] as const)(
    'lets an administrator choose a color that everybody can read, and no other (%s)',
    async (locale) => {
      const { page, look, button } = await openDeskAs(headHousing, locale, 'administration/branding');
      const words = wordsOf('branding', locale);
      await page.getByRole('heading', { level: 1, name: words('title') }).waitFor();
      await look('branding');

      // when it is yellow
      const color = page.getByLabel(words('accent'), { exact: true });
      await color.fill('#ffdd00');
      const take = page.getByRole('button', { name: new RegExp(words('accent.take', { nearest: '#[0-9a-f]{6}' })) });
      await take.waitFor();
      const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
      await button(words('save')).click();

      // then it is refused, and another is offered
      expect(await (await answered).json()).toMatchObject({ status: 400, errors: [{ pointer: '/accent' }] });
      await look('branding-refused');
      await take.click();
      expect(await color.inputValue()).not.toBe('#ffdd00');
      await take.waitFor({ state: 'detached' });
      await look('branding-readable');
    },
  );

  it.each(['fr', 'nl'] as const)(
    'lets an administrator say who sees which cases, and try it out (%s)',
    async (locale) => {
      const { page, say, look, button } = await openDeskAs(headHousing, locale, 'administration/access');
      await button(say('access.add')).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: say('admin.save') }).click();
      await dialog.getByText(say('access.nobody')).waitFor();
      for (const language of ['fr', 'nl', 'en'] as const)
        await dialog.getByLabel(say(`admin.name.${language}`)).fill(`Marolles ${locale}`);
      await dialog
        .getByRole('group', { name: new RegExp(say('access.people')) })
        .getByLabel('Wim Peeters')
        .check();
      await dialog
        .getByRole('group', { name: new RegExp(say('systems.procedures')) })
        .getByRole('checkbox')
        .first()
        .check();
      await dialog.getByRole('checkbox', { name: say(`access.language.${locale}`), exact: true }).check();
      await dialog.getByRole('button', { name: say('access.try') }).click();
      await dialog.getByRole('heading', { name: say('access.preview') }).waitFor();
      await look('access-new');
      await dialog.getByRole('button', { name: say('admin.save') }).click();
      await page.getByText(say('access.saved', { name: `Marolles ${locale}` })).waitFor();
      await page.getByLabel(say('access.person.choose'), { exact: true }).selectOption({ label: 'Wim Peeters' });
      await page
        .getByText(say('access.preview.of', { seen: '0', all: '0' }))
        .first()
        .waitFor();
      await look('access');

      await page.getByRole('button', { name: new RegExp(`^${say('admin.remove')} Marolles ${locale}`) }).click();
      await look('access-remove');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('admin.remove') })
        .click();
      await page.getByText(say('access.remove.done', { name: `Marolles ${locale}` })).waitFor();
      expect(await page.getByRole('cell', { name: `Marolles ${locale}` }).count()).toBe(0);
    },
  );

  it('changes the roles of a colleague at once, and never one’s own', async () => {
    const { page, say, look, button } = await openDeskAs(headHousing, 'nl', 'administration/people');
    const wim = await openDeskAs('Wim Peeters', 'nl');
    await wim.page.getByRole('heading', { level: 1, name: wim.say('nav.tasks') }).waitFor();
    await page
      .getByRole('row', { name: new RegExp(headHousing) })
      .getByText(say('admin.people.me'))
      .waitFor();

    await page.getByRole('button', { name: `${say('admin.edit')} Wim Peeters` }).click();
    await page.getByLabel(new RegExp(say('admin.role.supervisor'))).check();
    await look('person');
    await button(say('admin.save')).click();
    await page.getByText(say('admin.people.changed', { name: 'Wim Peeters' })).waitFor();

    await wim.page.reload();
    await wim.page.getByRole('heading', { level: 1, name: wim.say('signIn.title') }).waitFor();
    expect(new URL(wim.page.url()).pathname).toBe('/desk/sign-in');
  });

  it('shows where one is signed in, at the desk and at the portal, and ends it there', async () => {
    const first = await openDeskAs('Nadia Lambert', 'fr');
    await first.page.getByRole('heading', { level: 1 }).waitFor();
    const { page, look } = await openDeskAs('Nadia Lambert', 'fr', 'account');
    await page.getByText('Celle-ci').waitFor();
    await look('account');
    await page.getByRole('button', { name: 'Fermer toutes les autres' }).click();
    await look('account-end');
    await page.getByRole('button', { name: 'Fermer', exact: true }).click();
    await page.getByRole('button', { name: 'Fermer toutes les autres' }).waitFor({ state: 'detached' });
    await first.page.reload();
    await first.page.getByRole('heading', { level: 1, name: first.say('signIn.title') }).waitFor();
    expect(new URL(first.page.url()).pathname).toBe('/desk/sign-in');

    const portal = await desk.open('nl');
    await portal.goto(`${desk.webUrl()}/nl/sign-in?returnTo=/my/account`);
    await signInBy(portal, portal.getByRole('button', { name: /Brechtje De Kosterijk/ }));
    await portal.getByText('Deze sessie').waitFor();
    await createLook({ page: portal, who: 'p-portal-nl' })('account');
  });

  it('asks for the token of the first administrator and says what is wrong with it', async () => {
    const { page, say, look, button } = await openDeskAs('Nadia Lambert', 'fr', 'administration/first');
    const asker = page.getByLabel(say('first.token'));
    await asker.fill('guess');
    await button(say('first.redeem')).click();
    await page.getByText('Vous n’avez pas accès').first().waitFor();
    expect(await asker.inputValue()).toBe('guess');
    await look('first');
  });
});
