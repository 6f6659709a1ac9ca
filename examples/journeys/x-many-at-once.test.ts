import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formWords } from './kit/texts.ts';
import { openWorld, type World } from './kit/world.ts';

describe('journey x: many cases at once', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('story 9, story 18: the tasks of an absent colleague go to others, an agent proposes for many, a second person signs, and each gets its own decision', async () => {
    // given two who are eligible
    const references: string[] = [];
    for (const name of ['Inès Varnelle', 'Lotte Verhulle']) {
      const applicant = await world.applicant({ journey: 'x', locale: 'fr' });
      await applicant.signIn(name);
      references.push(await applicant.file({ email: 'somebody@sandbox.example', letters: 'fr' }));
    }

    // and one of them is with a colleague who falls ill, whose tasks a supervisor gives to others
    const wim = await world.clerk({ journey: 'x-absent', locale: 'nl' });
    await wim.signIn('Wim Peeters');
    await wim.openTask(references[0] ?? '');
    await wim.claim();
    const chief = await world.clerk({ journey: 'x-chief', locale: 'nl' });
    await chief.signIn('Sofie De Smet');
    await chief.standInFor('Wim Peeters');

    // and the agent draws up a view of what costs much, which her chief reads in Dutch
    const nadia = await world.clerk({ journey: 'x', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    const rent = formWords('application', 'fr')('monthlyRent.label');
    await nadia.drawUpView({ field: rent, atLeast: '100', name: 'Loyers élevés' });
    for (const reference of references)
      await nadia.page.getByRole('row', { name: new RegExp(reference) }).waitFor({ timeout: 60_000 });
    await chief.openView('Loyers élevés', formWords('application', 'nl')('monthlyRent.label'));
    for (const reference of references) await chief.page.getByRole('row', { name: new RegExp(reference) }).waitFor();

    // when she ticks in her view what it has of one step, what she was given with it, from one to the other
    await nadia.tickStretch(references);
    await nadia.look('view-ticked');
    await nadia.decideTogether();
    await nadia.look('bulk-new');
    await nadia.confirmTogether();
    await nadia.page.getByText(nadia.say('bulk.state.finished')).waitFor({ timeout: 60_000 });
    await nadia.look('bulk-finished');

    // and a supervisor lets her sign in her name, who finds that in French: but what she proposed herself, another pair of eyes signs
    const sofie = await world.clerk({ journey: 'x', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    await sofie.delegateTo('Nadia Lambert', 'Diensthoofden');
    await nadia.page.goto(`${world.installation.webUrl}/desk/delegations`);
    await nadia.page.getByRole('cell', { name: 'Sofie De Smet', exact: true }).waitFor();
    await nadia.look('delegations');
    await nadia.page.goto(`${world.installation.webUrl}/desk/?view=unassigned`);
    await nadia.page
      .getByText(nadia.say('delegation.mark', { name: 'Sofie De Smet' }))
      .first()
      .waitFor({ timeout: 60_000 });
    await nadia.look('worklist-delegated');
    await nadia.page
      .getByRole('row', { name: new RegExp(references[0] ?? '') })
      .getByRole('link')
      .first()
      .click();
    await nadia.page.getByText(nadia.say('bar.fourEyes')).waitFor();

    // so that the supervisor signs them, in Dutch
    await sofie.page.goto(`${world.installation.webUrl}/desk/`);
    await sofie.tickAll(references);
    await sofie.decideTogether();
    const form = formWords('validate', 'nl');
    await sofie.fields.choice(form('validation.label'), form('validation.approve'));
    await sofie.look('bulk-new');
    await sofie.confirmTogether();
    await sofie.page.getByText(sofie.say('bulk.state.finished')).waitFor({ timeout: 60_000 });
    await sofie.look('bulk-finished');
    await sofie.page.getByRole('link', { name: sofie.say('bulk.list') }).click();
    await sofie.page.getByRole('heading', { level: 1, name: sofie.say('bulk.list') }).waitFor();
    await sofie.look('bulk-list');
    await sofie.page.getByRole('cell', { name: '2 / 2' }).nth(1).waitFor();
    expect(await sofie.page.getByRole('cell', { name: '2 / 2' }).count()).toBe(2);
  });

  it('cases of an earlier system come from a file, after a dry run, and are found by what they were called', async () => {
    // given a file in which one rent can be read in two ways
    const sofie = await world.clerk({ journey: 'x-import', locale: 'nl' });
    await sofie.signIn('Sofie De Smet');
    const old = {
      reference: 'OUD/2019/7',
      'received-on': '12/03/2019',
      'applicant-name': 'Mira Vandevelde',
      'answers.applicant.nationalNumber': '85.00.00-997.12',
      'answers.applicant.lastName': 'Vandevelde',
      'answers.applicant.firstName': 'Mira',
      'answers.applicant.birthDate': '01/01/1985',
      'answers.applicant.email': 'mira@sandbox.example',
      'answers.domicile.street': 'Wetstraat',
      'answers.domicile.number': '16',
      'answers.domicile.postalCode': '1000',
      'answers.domicile.municipality': 'Brussel',
      'answers.language': 'nl',
      'answers.incomeChanged': 'nee',
      'answers.ownsProperty': 'nee',
      'answers.leaseType': 'principal',
      'answers.leaseStart': '01/02/2018',
      'answers.monthlyRent': '650,50',
      'answers.charges': '50',
      'answers.leaseRegistered': 'ja',
      'answers.landlordType': 'person',
      'answers.landlordRelative': 'nee',
      'answers.iban': 'BE54 0000 0000 0097',
      'answers.ibanHolder': 'Mira Vandevelde',
      'answers.declaration': 'ja',
      'answers.privacy': 'ja',
    };
    const doubtful = { ...old, reference: 'OUD/2019/8', 'answers.monthlyRent': '1.200' };
    const lines = [Object.keys(old), Object.values(old), Object.values(doubtful)].map((cells) => cells.join(';'));

    // when it is uploaded, checked and imported
    await sofie.importFile({ name: 'oude-dossiers.csv', text: lines.join('\r\n') });

    // then the case is found by its old name, and its history says where it comes from
    await sofie.page.goto(`${world.installation.webUrl}/desk/cases?search=OUD/2019/7`);
    await sofie.page
      .getByRole('row', { name: /Mira Vandevelde/ })
      .getByRole('link')
      .click();
    await sofie.page.getByText(/oude-dossiers\.csv/).waitFor();
    await sofie.look('imported-case');
    expect(await sofie.page.getByText('OUD/2019/7').count()).toBeGreaterThan(0);
  });
});
