import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { onTestFailed, TestRunner } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const executablePath = process.env['IRISFLOW_TEST_CHROMIUM'] || '/usr/bin/chromium';

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: flags });

export const wide = { width: 1440, height: 900 };
export const narrow = { width: 375, height: 812 };

/** A person in front of a screen: one browser profile, one language, one page. What the console complains about is collected. */
export interface Person {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface PersonOptions {
  readonly locale: 'fr-BE' | 'nl-BE' | 'en-BE';
  readonly viewport?: { readonly width: number; readonly height: number };
}

const watch = (context: BrowserContext, complaints: string[]): void => {
  context.on('console', (message) => {
    // Chromium reports every refused request as an error; refusals are part of journeys. Broken pages and policies are not.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
};

/** What a person had before them when a test failed, this attempt or the next: the log of a run is all that is left of it. */
const tellWhenFailed = (page: Page, complaints: readonly string[]): void => {
  if (TestRunner.getCurrentTest() === undefined) return;
  onTestFailed(async () => {
    if (page.isClosed()) return;
    const seen = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String);
    process.stderr.write(`The page when the test failed: ${page.url()}\n${seen}\n${complaints.join('\n')}\n`);
  });
};

export const openPerson = async (browser: Browser, { locale, viewport = wide }: PersonOptions): Promise<Person> => {
  const context = await browser.newContext({
    locale,
    viewport,
    timezoneId: 'Europe/Brussels',
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  watch(context, complaints);
  const page = await context.newPage();
  tellWhenFailed(page, complaints);
  return { page, complaints, close: () => context.close() };
};

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page as it is now, one line a finding. */
export const accessibilityFindings = async (page: Page, exclude: readonly string[] = []): Promise<string[]> => {
  const builder = exclude.reduce(
    (axe, selector) => axe.exclude(selector),
    // Of what passed nothing is read: its selectors and markup are not worked out, and not carried over: 50 kB come back instead of 1 MB.
    new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .withTags(rules),
  );
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};
