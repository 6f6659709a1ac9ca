import type { Page } from 'playwright-core';
import { fileApplication, type Filing } from '../kit/file-application.ts';
import type { Hand } from '../kit/hand.ts';
import type { Installation } from '../kit/irisflow-process.ts';
import { formWords, wordsOf, type JourneyLocale } from '../kit/texts.ts';
import { fieldsOf } from './fields.ts';

export interface ApplicationAnswers {
  readonly email: string;
  readonly letters: 'fr' | 'nl';
  readonly ownsProperty: 'yes' | 'no';
  readonly leaseRegistered: 'yes' | 'no';
  readonly landlord: 'person' | 'company';
  /** When an analyst has renamed the field. */
  readonly emailLabel?: string;
}

export const plainAnswers: ApplicationAnswers = {
  email: 'ines@sandbox.example',
  letters: 'fr',
  ownsProperty: 'no',
  leaseRegistered: 'yes',
  landlord: 'person',
};

export interface PortalParts {
  readonly page: Page;
  readonly hand: Hand;
  readonly locale: JourneyLocale;
  readonly installation: Installation;
  /** Called on every screen that the journey passes, to look at it. */
  readonly look: (screen: string) => Promise<void>;
  /** The same for a screen that many journeys pass: one of them looks, once a run and language. */
  readonly lookOnce: (screen: string) => Promise<void>;
}

/** What an applicant does on the portal, in the words of the screen. */
export const openPortal = ({ page, hand, locale, installation, look, lookOnce }: PortalParts) => {
  const say = wordsOf('portal', locale);
  const wizard = wordsOf('renderer', locale);
  const form = formWords('application', locale);
  const fields = fieldsOf(page, hand, locale);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const heading = (name: string) => page.getByRole('heading', { level: 1, name });
  const next = () => hand.press(button(wizard('wizard.next')));
  const address = (path: string) => `${installation.webUrl}/${locale}${path}`;

  const pages: readonly [string, (answers: ApplicationAnswers) => Promise<void>][] = [
    [
      'you',
      async ({ email, letters, emailLabel = form('applicant.email.label') }) => {
        await fields.text(emailLabel, email);
        await fields.choice(form('language.label'), form(`language.${letters}`));
      },
    ],
    ['household', async () => undefined],
    [
      'income',
      async ({ ownsProperty }) => {
        await fields.yesNo(form('incomeChanged.label'), 'no');
        await fields.yesNo(form('ownsProperty.label'), ownsProperty);
      },
    ],
    [
      'lease',
      async ({ leaseRegistered, landlord }) => {
        await fields.choice(form('leaseType.label'), form('leaseType.principal'));
        await fields.date(form('leaseStart.label'), '2021-03-01');
        await fields.text(form('monthlyRent.label'), '750');
        await fields.text(form('charges.label'), '80');
        await fields.yesNo(form('leaseRegistered.label'), leaseRegistered);
        await fields.select(form('landlordType.label'), form(`landlord.${landlord}`));
        await fields.yesNo(form('landlordRelative.label'), 'no');
      },
    ],
    [
      'payment',
      async () => {
        await fields.text(form('iban.label'), 'BE54 0000 0000 0097');
        await fields.text(form('ibanHolder.label'), 'Titulaire');
      },
    ],
  ];

  const answerPages = async (answers: ApplicationAnswers, from = 'you', to = 'payment') => {
    const first = pages.findIndex(([name]) => name === from);
    const last = pages.findIndex(([name]) => name === to);
    for (const [name, answerPage] of pages.slice(first, last + 1)) {
      await page
        .getByRole('heading', { name: form(`page.${name}.label`) })
        .first()
        .waitFor();
      await answerPage(answers);
      await lookOnce(`apply-${name}`);
      await hand.press(button(name === 'payment' ? wizard('wizard.review') : wizard('wizard.next')));
    }
  };

  const answer = async (file: { name: string; mimeType: string; buffer: Buffer }) => {
    const link = page.getByRole('link', { name: say('case.todo.answer'), exact: true });
    await link.waitFor();
    await lookOnce('case-incomplete');
    await hand.press(link);
    await heading(say('answer.title')).waitFor();
    await fields.file(say('answer.files'), file);
    await page.getByText(file.name).first().waitFor();
    await lookOnce('answer');
    await hand.press(button(say('answer.send')).first());
    const dialog = page.getByRole('dialog', { name: say('answer.confirm.title') });
    await hand.press(dialog.getByRole('button', { name: say('answer.send') }));
    await page.getByText(say('answer.sent')).first().waitFor();
  };

  /** Reports that a source is wrong about the applicant. */
  const reportWrong = async (field: string, { claimed, reason }: { claimed: string; reason: string }) => {
    await hand.press(button(say('fact.correct.of', { field })));
    await lookOnce('report-wrong');
    await fields.text(say('fact.claimed'), claimed);
    await fields.text(say('fact.reason'), reason);
    await fields.file(say('fact.proof'), {
      name: 'fiche.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\n%%EOF\n'),
    });
    await hand.press(page.getByRole('dialog').getByRole('button', { name: say('fact.correct.send') }));
    await page.getByText(new RegExp(claimed)).first().waitFor();
  };

  /** Writes to the office of the open case, with a file. */
  const write = async (text: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    await fields.text(say('message.write'), text);
    await fields.file(say('message.files'), file);
    await hand.press(
      page
        .locator('form')
        .filter({ has: page.getByText(say('message.write')) })
        .getByRole('button', { name: say('message.send'), exact: true }),
    );
    await page.getByRole('link', { name: file.name }).first().waitFor();
  };

  const declare = async (): Promise<void> => {
    await page.getByRole('heading', { name: wizard('review.title') }).waitFor();
    await fields.tick(form('declaration.label'));
    await fields.tick(form('privacy.label'));
    await lookOnce('apply-review');
  };
  /** Sends what was declared; `despite` is why, where another case goes on. */
  const send = async (despite?: string): Promise<string> => {
    if (despite !== undefined) await page.getByLabel(say('application.openCases.reason')).fill(despite);
    await hand.press(button(wizard('wizard.submit')));
    await heading(say('receipt.title')).waitFor();
    await lookOnce('receipt');
    const read = await page
      .getByText(/BH-RA-\d{4}-\d{6}-\d{2}/)
      .first()
      .innerText();
    return /BH-RA-\d{4}-\d{6}-\d{2}/.exec(read)?.[0] ?? '';
  };

  return {
    hand,
    say,
    write,
    reportWrong,
    look,
    form,
    answer,
    fields,
    next,
    answerPages,
    goto: async (path: string) => void (await page.goto(address(path))),
    signIn: async (name: string) => {
      await page.goto(address('/sign-in'));
      const signInTitle = heading(say('signIn.title'));
      await signInTitle.waitFor();
      await lookOnce('sign-in');
      await hand.press(page.getByRole('button', { name: say('signIn.as', { name }) }));
      await signInTitle.waitFor({ state: 'detached' });
    },
    startApplication: async () => {
      await page.goto(address('/procedures/rent-allowance'));
      await lookOnce('procedure');
      await hand.press(
        page
          .getByRole('link', { name: say('procedure.start') })
          .or(button(say('procedure.start')))
          .first(),
      );
    },
    declare,
    send,
    /** Files without walking the form. */
    file: (filing: Filing) => fileApplication(page, installation.webUrl, locale, filing),
    submit: async (despite?: string): Promise<string> => {
      await declare();
      return send(despite);
    },
    openMyData: async () => {
      await page.goto(address('/my/data'));
      await heading(say('data.title')).waitFor();
      await page.getByRole('heading', { level: 2, name: say('access.openings') }).waitFor();
      await lookOnce('my-data');
    },
    openCase: async (reference: string) => {
      await page.goto(address('/my/cases'));
      await heading(say('cases.title')).waitFor();
      await lookOnce('cases');
      await hand.press(
        page
          .getByRole('link')
          .filter({ has: page.getByText(reference) })
          .or(page.getByRole('listitem').filter({ hasText: reference }).getByRole('link'))
          .first(),
      );
      await page.getByText(say('case.reference', { reference })).first().waitFor();
    },
  };
};

export type Portal = ReturnType<typeof openPortal>;
