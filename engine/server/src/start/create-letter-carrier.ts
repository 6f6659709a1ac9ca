import type { InboundResponse } from '@irisflow/connector-sdk';
import { CaseworkError } from '@irisflow/foundation';
import type {
  CarrierEvent,
  CarrierWord,
  HandedLetter,
  LetterCarrier,
  Recipient,
  Rejection,
  Taken,
} from '@irisflow/post-room';
import { Type } from 'typebox';
import { openService, type Service } from './open-service.ts';

export interface CarrierSettings {
  /** Where its API is. */
  readonly url: string;
  readonly key: string;
}

export interface OpenedCarrier {
  readonly carrier: LetterCarrier;
  readonly close: () => Promise<void>;
}

const TIMEOUT_MS = 20_000;
/** What happened to one letter; more is no answer of a carrier. */
const MOST_EVENTS = 100;

const Id = Type.String({ minLength: 1, maxLength: 200 });
/** A barcode as it is printed. */
const Barcode = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$' });
const MaybeBarcode = Type.Optional(Type.Union([Barcode, Type.Null()]));
const Accepted = Type.Object({ id: Id, number: MaybeBarcode });
const Rejected = Type.Object({ code: Type.String({ maxLength: 80 }) });
const Read = Type.Object({
  id: Id,
  number: MaybeBarcode,
  events: Type.Array(Type.Object({ id: Id, status: Type.String({ maxLength: 80 }), at: Type.String() }), {
    maxItems: MOST_EVENTS,
  }),
});
type ReadEvent = Type.Static<typeof Read>['events'][number];

/** What else carriers tell on the way says nothing of a letter that matters. */
const kinds: Readonly<Record<string, CarrierEvent['kind']>> = {
  deposited: 'sent',
  presented: 'presented',
  delivered: 'delivered',
  available: 'delivered',
  unclaimed: 'unclaimed',
  refused: 'refused',
  returned: 'returned',
  read: 'read',
};

const rejections: Readonly<Record<string, Rejection>> = {
  addressUnknown: 'unknownAddress',
  mailboxInactive: 'inactiveMailbox',
};

const unavailable = (why: string): CaseworkError =>
  new CaseworkError('CARRIER_UNAVAILABLE', `Expected whoever carries letters to answer, but ${why}`);

const recipientOf = (recipient: Recipient): Readonly<Record<string, unknown>> => {
  if (recipient.kind === 'address') return { lines: recipient.lines };
  return { [recipient.kind]: recipient.number };
};

const bodyOf = ({ pdf, ...letter }: HandedLetter) => ({
  reference: letter.key,
  account: letter.account,
  administration: letter.administration,
  sender: { name: letter.sender },
  recipient: recipientOf(letter.recipient),
  subject: letter.subject,
  language: letter.language,
  document: {
    name: pdf.name,
    mediaType: 'application/pdf',
    sha256: pdf.sha256,
    content: Buffer.from(pdf.bytes).toString('base64'),
  },
  webhookUrl: letter.webhookUrl,
});

const eventOf = ({ id, status, at }: ReadEvent): CarrierEvent[] => {
  const kind = Object.hasOwn(kinds, status) ? kinds[status] : undefined;
  if (kind === undefined) return [];
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) throw unavailable('it did not say when something happened');
  return [{ id, kind, at: moment }];
};

const takenOf = ({ read }: Service, answer: InboundResponse): Taken => {
  const { status } = answer;
  if (status === 200 || status === 201) {
    const { id, number = null } = read(Accepted, answer);
    return { isTaken: true, carrierId: id, number };
  }
  if (status !== 422) throw unavailable(`its status was ${status}`);
  const { code } = read(Rejected, answer);
  return { isTaken: false, why: (Object.hasOwn(rejections, code) ? rejections[code] : undefined) ?? 'notTaken' };
};

const wordOf = ({ read }: Service, carrierId: string, answer: InboundResponse): CarrierWord => {
  if (answer.status !== 200) throw unavailable(`its status was ${answer.status}`);
  const { id, number = null, events } = read(Read, answer);
  if (id !== carrierId) throw unavailable('it spoke of another letter');
  return { number, events: events.flatMap(eventOf) };
};

/** Hands letters over to whoever carries them and asks what became of them. */
export const createLetterCarrier = (settings: CarrierSettings): OpenedCarrier => {
  const service = openService({ ...settings, timeoutMs: TIMEOUT_MS, unavailable });
  return {
    carrier: {
      handOver: async (letter) =>
        takenOf(service, await service.ask({ path: '/letters', post: { key: letter.key, body: bodyOf(letter) } })),
      read: async (carrierId) =>
        wordOf(service, carrierId, await service.ask({ path: `/letters/${encodeURIComponent(carrierId)}` })),
    },
    close: () => service.close(),
  };
};
