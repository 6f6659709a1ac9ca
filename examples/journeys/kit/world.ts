import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { openDesigner, type Designer } from '../pages/designer.ts';
import { openDesk, type Desk } from '../pages/desk.ts';
import { openPortal, type Portal } from '../pages/portal.ts';
import { openBrowser, openPerson, type Person } from './browser.ts';
import { keyboardOf, mouse } from './hand.ts';
import {
  createInstallation,
  removeInstallation,
  startIrisflow,
  type Installation,
  type IrisflowProcess,
} from './irisflow-process.ts';
import { createLook, createLookOnce } from './look.ts';
import { createStartedInstallation, type JourneyStore } from './started-installation.ts';
import type { JourneyLocale } from './texts.ts';

export type HandKind = 'mouse' | 'keyboard';

export interface PersonWanted {
  /** In file names of pictures. */
  readonly journey: string;
  readonly locale: JourneyLocale;
  readonly hand?: HandKind;
}

/** One installation with its server, one browser, and the people of a journey. */
export interface World {
  readonly installation: Installation;
  /** The running server; replaced when a journey kills it. */
  server: IrisflowProcess;
  applicant(wanted: PersonWanted): Promise<Portal & { readonly page: Person['page'] }>;
  clerk(wanted: PersonWanted): Promise<Desk & { readonly page: Person['page'] }>;
  analyst(wanted: PersonWanted): Promise<Designer & { readonly page: Person['page'] }>;
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** `cluster`: the engine runs in another process with a store of its own, reached only by its two addresses. */
  readonly engine?: 'embedded' | 'cluster';
  readonly store?: JourneyStore;
}

interface Cluster {
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

const noCluster: Cluster = { environment: {}, stop: async () => undefined };

const startCluster = async (): Promise<Cluster> => {
  const installation = await createInstallation();
  const server = await startIrisflow(installation, 'broker');
  const { grpcAddress, engineRestUrl } = installation;
  return {
    environment: { ZEEBE_ADDRESS: grpcAddress, ZEEBE_REST_ADDRESS: engineRestUrl },
    stop: async () => {
      await server.stop();
      removeInstallation(installation);
    },
  };
};

const lastScreens = fileURLToPath(new URL('../../../test-results/last', import.meta.url));

const localeOf = (locale: JourneyLocale) => `${locale}-BE` as const;

const openPeople =
  (browser: Browser, people: Person[]) =>
  async ({ journey, locale, hand = 'mouse' }: PersonWanted, kind: string) => {
    const person = await openPerson(browser, { locale: localeOf(locale) });
    people.push(person);
    const look = createLook({ page: person.page, who: `${journey}-${kind}-${locale}` });
    const lookOnce = createLookOnce(look, `${kind}-${locale}`);
    return { ...person, look, lookOnce, hand: hand === 'mouse' ? mouse : keyboardOf(person.page) };
  };

/** When a journey fails, this is what each person saw last. */
const keepLastScreen = async ({ page }: Person, index: number): Promise<void> => {
  const path = `${lastScreens}/${index}-${new URL(page.url()).pathname.replaceAll(/[^\w]/g, '_').slice(0, 80)}.png`;
  await page.screenshot({ path, fullPage: true }).catch(() => undefined);
};

/** Starts everything a journey needs. Closing it expects that no page complained in its console. */
export const openWorld = async ({ engine = 'embedded', store = 'postgres' }: WorldOptions = {}): Promise<World> => {
  const cluster = engine === 'cluster' ? await startCluster() : noCluster;
  // What a first start deploys would be missing from an engine elsewhere.
  const installation =
    engine === 'cluster' ? await createInstallation(cluster.environment) : await createStartedInstallation(store);
  const browser = await openBrowser();
  const people: Person[] = [];
  const open = openPeople(browser, people);
  const world: World = {
    installation,
    server: await startIrisflow(installation),
    applicant: async (wanted) => {
      const { page, hand, look, lookOnce } = await open(wanted, 'portal');
      return { page, ...openPortal({ page, hand, locale: wanted.locale, installation, look, lookOnce }) };
    },
    clerk: async (wanted) => {
      const { page, hand, look, lookOnce } = await open(wanted, 'desk');
      return { page, ...openDesk({ page, hand, locale: wanted.locale, installation, look, lookOnce }) };
    },
    analyst: async (wanted) => {
      const { page, hand, lookOnce } = await open(wanted, 'designer');
      return { page, ...openDesigner({ page, hand, locale: wanted.locale, installation, lookOnce }) };
    },
    restart: async () => {
      world.server = await startIrisflow(installation);
    },
    close: async () => {
      await Promise.all(people.map(keepLastScreen));
      const complaints = people.flatMap((person) => person.complaints);
      await browser.close();
      await world.server.stop();
      await cluster.stop();
      removeInstallation(installation);
      expect(complaints).toEqual([]);
    },
  };
  return world;
};
