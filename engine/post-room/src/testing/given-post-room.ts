import type { Actor } from '@irisflow/access';
import type { DatabaseKind } from '@irisflow/database';
import {
  connectorOf,
  givenAdministrations,
  givenCase,
  givenCitizen,
  givenPublished,
  givenStaff,
  openTestCasework,
  sampleProcedureChanging,
  system,
  type TestCasework,
} from '@irisflow/platform/testing';
import { type ScriptedCarrier, scriptedCarrier } from './scripted-carrier.ts';

type Casework = TestCasework['casework'];

export interface Sent {
  readonly noticeId: string;
  readonly channels: readonly string[];
  readonly termId: string | null;
}

/** An office that sends letters, and carriers that do what the test says. */
export interface GivenPostRoom {
  readonly given: TestCasework;
  readonly registered: ScriptedCarrier;
  readonly ebox: ScriptedCarrier;
  readonly clerk: Actor;
  readonly colleague: Actor;
  readonly administrator: Actor;
  /** Of another administration. */
  readonly stranger: Actor;
  /** A case of somebody new who lives somewhere; answers its key. */
  open(name: string, wish?: { readonly postcode?: string; readonly channels?: readonly string[] }): Promise<string>;
  send(caseId: string, more?: object): Promise<Sent>;
  /** Letters of a way leave with its carrier from now on, or no more. */
  use(channel: 'registered' | 'ebox', isOn?: boolean): Promise<void>;
  /** The round that hands over and asks, whatever fails in it. */
  carry(): Promise<void>;
  /** The carrier says that something changed, and is asked. */
  tell(carrierId: string): Promise<void>;
  /** What stands of a letter, by way. */
  standing(caseId: string, noticeId: string): Promise<Readonly<Record<string, string | null>>>;
  /** How often each fate of a letter stands. */
  fates(caseId: string, noticeId: string): Promise<readonly string[]>;
}

const text = (name: string) => ({ fr: name, nl: name, en: name });
const term = (key: string, startsAfter: string) => ({
  key,
  label: text(key),
  length: 30,
  kind: 'calendarDays',
  legalRef: `art. ${key}`,
  binds: 'applicant',
  startsAfter,
});
const folder = () =>
  sampleProcedureChanging('procedure.json', (description: { terms: readonly object[] }) => {
    description.terms = [
      ...description.terms,
      term('defence', 'presentation'),
      term('boxed', 'availability'),
      term('appeal', 'presumedDelivery'),
    ];
  });

const staffOf = async (casework: Casework) => ({
  administrator: await givenStaff(casework, { name: 'Alma', roles: ['administrator'] }),
  clerk: await givenStaff(casework, { name: 'Bart', roles: ['agent'] }),
  colleague: await givenStaff(casework, { name: 'Cleo', roles: ['agent'] }),
  stranger: await givenStaff(casework, { name: 'Dina', roles: ['agent'], administration: 'taxi' }),
});

const senders = ({ casework, database }: TestCasework): Pick<GivenPostRoom, 'open' | 'send'> => {
  let sent = 0;
  return {
    open: async (name, { postcode = '1000', channels } = {}) => {
      const citizen = await givenCitizen(casework, name);
      if (channels !== undefined) await casework.reach.chooseChannels(citizen, { channels: channels as never });
      const caseId = await givenCase(casework, citizen, name);
      const address = { street: 'Rue Haute', number: '12', postalCode: postcode, municipality: 'Bruxelles' };
      await database.query(`update casework.case_file set data = data || $2::jsonb where id = $1`, [
        caseId,
        JSON.stringify({ address }),
      ]);
      return caseId;
    },
    send: (caseId, more = {}) =>
      casework.caseStore.sendNotice(connectorOf(caseId), {
        idempotencyKey: `send-${(sent += 1)}`,
        template: 'grant',
        channels: ['registered'],
        values: { amount: 120, grounds: ['R2'] },
        ...more,
      } as never),
  };
};

const readers = (casework: Casework, clerk: Actor): Pick<GivenPostRoom, 'standing' | 'fates'> => {
  const seen = async (caseId: string, noticeId: string) => {
    const all = await casework.notices.listOfOfficeCase(clerk, { caseId });
    const found = all.find(({ id }) => id === noticeId);
    if (found === undefined) throw new Error(`Expected a letter ${noticeId}, but there is none`);
    return found;
  };
  return {
    standing: async (caseId, noticeId) =>
      Object.fromEntries((await seen(caseId, noticeId)).channels.map(({ channel, state }) => [channel, state])),
    fates: async (caseId, noticeId) =>
      (await seen(caseId, noticeId)).fates
        .filter(({ stands }) => stands)
        .map(({ channel, kind: what }) => `${channel} ${what}`),
  };
};

const carrying = (casework: Casework, administrator: Actor): Pick<GivenPostRoom, 'use' | 'carry' | 'tell'> => {
  const carry = async (): Promise<void> => {
    await casework.postRoom.carry(system, {}).catch(() => undefined);
  };
  return {
    carry,
    tell: async (carrierId) => {
      await casework.postRoom.hearCarrier({ kind: 'anonymous' }, { id: carrierId });
      await carry();
    },
    use: async (channel, isOn = true) => {
      const found = (await casework.postRoom.listCarriers(administrator, {})).find((one) => one.channel === channel);
      const contract = { channel, account: '00012345', isOn, revision: found?.revision ?? 0 };
      await casework.postRoom.setCarrier(administrator, contract);
    },
  };
};

export const givenPostRoom = async (kind?: DatabaseKind): Promise<GivenPostRoom> => {
  const [registered, ebox] = [scriptedCarrier(), scriptedCarrier()];
  const carriers = { registered: registered.carrier, ebox: ebox.carrier };
  const given = await openTestCasework({ carriers, ...(kind === undefined ? {} : { kind }) });
  const { casework } = given;
  await givenAdministrations(casework);
  await givenPublished(casework, folder());
  const staff = await staffOf(casework);
  return {
    given,
    registered,
    ebox,
    ...staff,
    ...senders(given),
    ...readers(casework, staff.clerk),
    ...carrying(casework, staff.administrator),
  };
};
