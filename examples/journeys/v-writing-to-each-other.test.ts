import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formWords } from './kit/texts.ts';
import { mailsTo } from './kit/mails.ts';
import { waitFor } from './kit/wait-for.ts';
import { openWorld, type World } from './kit/world.ts';

/** A clerk asks the applicant something at any time, and both write. */
describe('journey v: writing to each other', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('goes both ways with files, is counted while unread, and the mail says nothing of it', async () => {
    // given a case whose applicant awaits nothing
    const email = 'lotte@sandbox.example';
    const lotte = await world.applicant({ journey: 'v', locale: 'nl' });
    await lotte.signIn('Lotte Verhulle');
    const reference = await lotte.file({ email, letters: 'nl' });

    // when a clerk asks something
    const nadia = await world.clerk({ journey: 'v', locale: 'fr' });
    await nadia.signIn('Nadia Lambert');
    await nadia.openCase(reference);
    await nadia.ask('Hoeveel kamers heeft de woning?');
    await nadia.look('case-messages');

    // then the applicant is told by a mail that says nothing, finds it counted, and answers with a file
    await waitFor('a mail that says that something waits', async () =>
      (await mailsTo(world.installation, email)).some(({ text }) => text.includes('/my/cases/')) ? true : null,
    );
    expect(JSON.stringify(await mailsTo(world.installation, email))).not.toContain('Hoeveel kamers');
    await lotte.goto('/my/cases');
    await lotte.page.getByText(lotte.say('message.unread.one')).waitFor();
    await lotte.look('cases-unread');
    await lotte.openCase(reference);
    await lotte.page.getByText('Hoeveel kamers heeft de woning?').waitFor();
    await lotte.write('Drie kamers.', {
      name: 'plan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
    await lotte.look('case-messages');

    // and the office finds it above its tasks
    await nadia.page.goto(`${world.installation.webUrl}/desk/`);
    await nadia.page.getByText(nadia.say('message.unread.one')).waitFor();
    await nadia.look('worklist-unread');
    await nadia.page.getByRole('link', { name: reference }).first().click();
    await nadia.page.getByText('Drie kamers.').waitFor();
    await nadia.page.getByRole('link', { name: 'plan.pdf' }).first().waitFor();

    // when the applicant declares that her rent is another one, and gives up a part
    await lotte.openCase(reference);
    await lotte.page.getByRole('link', { name: lotte.say('change.declare') }).click();
    const rent = lotte.page.getByRole('textbox', { name: formWords('application', 'nl')('monthlyRent.label') });
    await rent.fill('790');
    await lotte.page.getByRole('button', { name: lotte.say('change.send') }).click();
    await lotte.page.getByText(lotte.say('change.reason.missing')).waitFor();
    await lotte.page.getByRole('textbox', { name: lotte.say('change.reason') }).fill('De huur is geïndexeerd.');
    await lotte.look('change');
    await lotte.page.getByRole('button', { name: lotte.say('change.send') }).click();
    const changes = lotte.page.getByRole('region', { name: lotte.say('change.title') });
    await changes.getByText(lotte.say('change.state.waiting')).waitFor();
    await changes.getByRole('button', { name: lotte.say('change.part') }).click();
    const giving = lotte.page.getByRole('dialog');
    await giving.getByRole('textbox', { name: lotte.say('change.reason') }).fill('Niet meer nodig.');
    await lotte.look('change-part');
    await giving.getByRole('button', { name: lotte.say('change.part.send') }).click();
    await changes.getByText(lotte.say('change.state.waiting')).nth(1).waitFor();
    await lotte.look('case-changes');

    // then whoever works on the case sees it before they decide, old beside new, accepts the one and refuses the other
    await nadia.page.goto(`${world.installation.webUrl}/desk/`);
    await nadia.page.getByRole('link', { name: nadia.say('changes.title') }).click();
    await nadia.page.getByRole('table').waitFor();
    await nadia.look('changes');
    await nadia.page.getByRole('link', { name: reference }).first().click();
    await nadia.page.getByText('De huur is geïndexeerd.').waitFor();
    await nadia.look('case-changes');
    await nadia.page.getByRole('button', { name: new RegExp(`^${nadia.say('declared.accept')}[ ,]*depuis`) }).click();
    await nadia.page.getByText(nadia.say('declared.accepted')).waitFor();
    await nadia.page.getByRole('button', { name: new RegExp(`^${nadia.say('declared.refuse')}`) }).click();
    const refusing = nadia.page.getByRole('dialog');
    await refusing.getByRole('textbox').fill('Cette partie n’était pas demandée.');
    await nadia.look('change-refuse');
    await refusing.getByRole('button', { name: nadia.say('declared.refuse') }).click();
    await nadia.page.getByRole('heading', { name: nadia.say('declared.settled') }).waitFor();
    await nadia.look('case-changes-settled');

    // and the applicant reads both, with what she had answered beside what counts now
    await lotte.openCase(reference);
    await changes.getByText(lotte.say('change.state.accepted'), { exact: true }).waitFor();
    await changes.getByText('Cette partie n’était pas demandée.').waitFor();
    await lotte.look('case-changes-settled');

    // and says how she found filing
    await lotte.page.goto(`${lotte.page.url()}/receipt`);
    const opinion = lotte.page.getByRole('region', { name: lotte.say('feedback.title') });
    await opinion.getByRole('radio', { name: lotte.say('feedback.score.4') }).check();
    await opinion.getByRole('textbox').fill('Heel duidelijk.');
    await lotte.look('feedback');
    await opinion.getByRole('button', { name: lotte.say('feedback.send') }).click();
    await lotte.page.getByText(lotte.say('feedback.thanks')).waitFor();

    // when a clerk has a copy of the file made for the applicant
    await nadia.openCase(reference);
    await nadia.page.getByRole('button', { name: nadia.say('copies.make') }).click();
    const dialog = nadia.page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: nadia.say('copies.handOver') }).check();
    await dialog.getByRole('textbox', { name: nadia.say('reason'), exact: true }).fill('Demande du 25 novembre');
    await dialog.getByRole('checkbox', { name: /plan\.pdf/ }).check();
    await nadia.look('copy-dialog');
    await dialog.getByRole('textbox', { name: /plan\.pdf/ }).fill('Plan d’un tiers');
    await dialog.getByRole('button', { name: nadia.say('copies.make') }).click();
    const made = nadia.page.getByRole('region', { name: nadia.say('copies.title') });
    await made.getByRole('link', { name: /PDF/ }).waitFor();
    await nadia.look('case-copies');

    // then the applicant fetches it, with what is not in it and why
    await lotte.openCase(reference);
    const copies = lotte.page.getByRole('region', { name: lotte.say('copies.title') });
    await copies.getByText(lotte.say('copies.leftOut')).click();
    await copies.getByText('plan.pdf (Plan d’un tiers)').waitFor();
    await lotte.look('case-copies');
    const [pdf, zip] = await Promise.all(
      [/pdf/i, /zip/i].map(async (name) => {
        const url = await copies.getByRole('link', { name }).first().getAttribute('href');
        return (await lotte.page.request.get(`${world.installation.webUrl}${url}`)).body();
      }),
    );
    expect(pdf?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(zip?.subarray(0, 2).toString()).toBe('PK');

    // when the clerk asks what the procedure names for an opinion, with one document of the file
    await nadia.openCase(reference);
    await nadia.page.getByRole('button', { name: nadia.say('opinion.ask') }).click();
    const asking = nadia.page.getByRole('dialog');
    await asking.getByRole('combobox', { name: nadia.say('opinion.whom') }).selectOption({ index: 1 });
    await asking
      .getByRole('textbox', { name: nadia.say('opinion.question') })
      .fill('Le logement est-il accessible en fauteuil roulant ?');
    await asking.getByRole('checkbox', { name: /plan\.pdf/ }).check();
    await nadia.look('opinion-ask');
    await asking.getByRole('button', { name: nadia.say('opinion.ask') }).click();
    const asked = nadia.page.getByRole('region', { name: nadia.say('file.opinions') });
    await asked.getByRole('paragraph').filter({ hasText: 'Le logement est-il accessible' }).waitFor();
    await nadia.look('case-opinions');

    // then somebody of the other administration finds it beside her tasks, reads what was handed over, and answers
    const els = await world.clerk({ journey: 'v', locale: 'nl' });
    await els.signIn('Els Janssens');
    await els.page.getByRole('link', { name: new RegExp(els.say('opinions.title')) }).click();
    await els.page.getByRole('table').waitFor();
    await els.look('opinions');
    await els.page.getByRole('link', { name: 'Le logement est-il accessible en fauteuil roulant ?' }).click();
    await els.page.getByRole('link', { name: 'plan.pdf' }).waitFor();
    await els.page.getByRole('radio', { name: els.say('opinion.outcome.conditional') }).check();
    await els.page.getByRole('textbox', { name: els.say('opinion.conditions') }).fill('Met een helling aan de ingang.');
    await els.page.getByRole('textbox', { name: els.say('opinion.motivation') }).fill('De lift is breed genoeg.');
    await els.look('opinion-answer');
    await els.page.getByRole('button', { name: els.say('opinion.send') }).click();
    await els.page
      .getByRole('dialog')
      .getByRole('button', { name: els.say('opinion.send') })
      .click();
    await els.page.getByRole('radio').first().waitFor({ state: 'detached' });
    await els.look('opinion-given');

    // and the applicant reads it, because the procedure says so
    await lotte.openCase(reference);
    await lotte.page.getByText('De lift is breed genoeg.').waitFor();
    await lotte.look('case-opinions');

    // when the clerk invites her to a talk, in ten days
    await nadia.openCase(reference);
    await nadia.page.getByRole('button', { name: nadia.say('hearing.schedule') }).click();
    const scheduling = nadia.page.getByRole('dialog');
    const [year, month, day] = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10).split('-');
    const boxes = scheduling.getByRole('group', { name: nadia.say('hearing.day') }).getByRole('textbox');
    for (const [place, value] of [day, month, year].entries()) await boxes.nth(place).fill(value ?? '');
    await scheduling.getByRole('textbox', { name: nadia.say('hearing.time') }).fill('9h30');
    await scheduling.getByRole('textbox', { name: nadia.say('hearing.place') }).fill('Vooruitgangstraat 80, zaal 3');
    await nadia.look('hearing-schedule');
    await scheduling.getByRole('button', { name: nadia.say('hearing.schedule.confirm') }).click();
    const hearings = nadia.page.getByRole('region', { name: nadia.say('file.hearings') });
    await hearings.getByText('Vooruitgangstraat 80, zaal 3').waitFor();

    // then she finds day and place in words, and asks for another time; the clerk keeps it
    await lotte.openCase(reference);
    await lotte.page
      .getByText(/om 09:30$/)
      .first()
      .waitFor();
    await lotte.page.getByRole('button', { name: lotte.say('hearing.wish') }).click();
    const wishing = lotte.page.getByRole('dialog');
    await wishing.getByRole('textbox').fill('Ik werk die dag tot 12 uur.');
    await lotte.look('hearing-wish');
    await wishing.getByRole('button', { name: lotte.say('hearing.wish.send') }).click();
    await lotte.page.getByText(lotte.say('hearing.wish.waits')).waitFor();
    await lotte.look('case-hearings');
    await nadia.page.goto(`${world.installation.webUrl}/desk/hearings`);
    await nadia.page.getByText(nadia.say('hearing.hasWish')).waitFor();
    await nadia.look('hearings');
    await nadia.page.getByRole('link', { name: /Lotte/ }).first().click();
    await hearings.getByText('Ik werk die dag tot 12 uur.').waitFor();
    await nadia.look('case-hearings');
    await hearings.getByRole('button', { name: nadia.say('hearing.move') }).click();
    const moving = nadia.page.getByRole('dialog');
    await moving.getByRole('textbox', { name: nadia.say('hearing.time') }).fill('14:00');
    await moving.getByRole('textbox', { name: nadia.say('reason') }).fill('In de namiddag past beter.');
    await nadia.look('hearing-move');
    await moving.getByRole('button', { name: nadia.say('hearing.move.confirm') }).click();
    await moving.waitFor({ state: 'detached' });
    await hearings.getByText(/14:00/).waitFor();
    await lotte.openCase(reference);
    await lotte.page
      .getByText(/om 14:00$/)
      .first()
      .waitFor();
    await lotte.look('case-hearings-moved');
  });
});
