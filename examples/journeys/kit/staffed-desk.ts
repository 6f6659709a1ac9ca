import { afterAll, beforeAll } from 'vitest';
import { openBrowser, openPerson, type Person } from './browser.ts';
import { removeInstallation, startIrisflow } from './irisflow-process.ts';
import type { Installation, IrisflowProcess } from './irisflow-process.ts';
import { daysLater } from './later.ts';
import { createLook } from './look.ts';
import { signInBy } from './sign-in.ts';
import { createStartedInstallation } from './started-installation.ts';
import { wordsOf, type JourneyLocale } from './texts.ts';

export interface Arrival {
  readonly name: string;
  readonly locale: JourneyLocale;
  /** Where at the desk they go. */
  readonly address?: string;
}

/** An installation for the tests of one journey that people spend at the desk; afterwards no console may have complained. */
export const givenStaffedDesk = (journey: string) => {
  let installation: Installation;
  let server: IrisflowProcess;
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  const people: Person[] = [];

  beforeAll(async () => {
    installation = await createStartedInstallation('postgres');
    server = await startIrisflow(installation);
    browser = await openBrowser();
  }, 240_000);
  afterAll(async () => {
    const complaints = people.flatMap((person) => person.complaints);
    await browser?.close();
    await server?.stop();
    removeInstallation(installation);
    if (complaints.length > 0) throw new Error(`Expected no complaints in the console, but: ${complaints.join('\n')}`);
  });

  const open = async (locale: JourneyLocale): Promise<Person['page']> => {
    const person = await openPerson(browser, { locale: `${locale}-BE` });
    people.push(person);
    return person.page;
  };

  return {
    webUrl: () => installation.webUrl,
    open,
    /** Everybody goes home, and comes back so many days later: who was signed in signs in anew. */
    comeBack: async (days: number): Promise<void> => {
      for (const { page } of people) await page.close();
      await server.stop();
      const environment = { ...installation.environment, ...daysLater(days) };
      server = await startIrisflow({ ...installation, environment });
    },
    openDesk: async ({ name, locale, address = '' }: Arrival) => {
      const page = await open(locale);
      // The language of the screens, whatever the language of the person.
      await page.addInitScript((chosen) => localStorage.setItem('irisflow:language', chosen), locale);
      const say = wordsOf('desk', locale);
      const look = createLook({ page, who: `${journey}-desk-${locale}` });
      const button = (text: string) => page.getByRole('button', { name: text, exact: true });
      await page.goto(`${installation.webUrl}/desk/sign-in?returnTo=${encodeURIComponent(`/${address}`)}`);
      await signInBy(page, button(say('signIn.as', { name })));
      return { page, say, look, button };
    },
  };
};
