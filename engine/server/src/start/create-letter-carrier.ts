import { createOriginFetch, type InboundResponse, type OutboundRequest } from '@irisflow/connector-sdk';
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
import { Value } from 'typebox/value';

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
const MAX_ANSWER_BYTES = 64 * 1024;
/** What happened to one letter; more is no answer of a carrier. */
const MOST_EVENTS = 100;

const Id = Type.String({ minLength: 1, maxLength: 200 });
/** A barcode as it is printed. */
const Barcode = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$' });
const Number = Type.Optional(Type.Union([Barcode, Type.Null()]));
const Accepted = Type.Object({ id: Id, number: Number });
const Rejected = Type.Object({ code: Type.String({ maxLength: 80 }) });
const Read = Type.Object({
  id: Id,
  number: Number,
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

const jsonOf = <T extends Type.TSchema>(schema: T, { text }: InboundResponse): Type.Static<T> => {
  try {
    const value: unknown = JSON.parse(text);
    if (Value.Check(schema, value)) return value;
  } catch {
    // Said below.
  }
  throw unavailable('its answer was not as agreed');
};

const eventOf = ({ id, status, at }: ReadEvent): CarrierEvent[] => {
  const kind = Object.hasOwn(kinds, status) ? kinds[status] : undefined;
  if (kind === undefined) return [];
  const moment = Date.parse(at);
  if (!isFinite(moment)) throw unavailable('it did not say when something happened');
  return [{ id, kind, at: moment }];
};

const takenOf = (answer: InboundResponse): Taken => {
  const { status } = answer;
  if (status === 200 || status === 201) {
    const { id, number = null } = jsonOf(Accepted, answer);
    return { isTaken: true, carrierId: id, number };
  }
  if (status !== 422) throw unavailable(`its status was ${status}`);
  const { code } = jsonOf(Rejected, answer);
  return { isTaken: false, why: (Object.hasOwn(rejections, code) ? rejections[code] : undefined) ?? 'notTaken' };
};

const wordOf = (carrierId: string, answer: InboundResponse): CarrierWord => {
  if (answer.status !== 200) throw unavailable(`its status was ${answer.status}`);
  const { id, number = null, events } = jsonOf(Read, answer);
  if (id !== carrierId) throw unavailable('it spoke of another letter');
  return { number, events: events.flatMap(eventOf) };
};

/** Hands letters over to whoever carries them and asks what became of them, over HTTP and at no other address than theirs. */
export const createLetterCarrier = ({ url, key }: CarrierSettings): OpenedCarrier => {
  const way = createOriginFetch(url);
  const send = async (request: Omit<OutboundRequest, 'timeoutMs' | 'maxBytes'>): Promise<InboundResponse> => {
    try {
      return await way.fetch({
        ...request,
        headers: { ...request.headers, authorization: `Bearer ${key}`, accept: 'application/json' },
        timeoutMs: TIMEOUT_MS,
        maxBytes: MAX_ANSWER_BYTES,
      });
    } catch (thrown) {
      throw unavailable(thrown instanceof Error ? thrown.message : 'it did not');
    }
  };
  return {
    carrier: {
      handOver: async (letter) =>
        takenOf(
          await send({
            url: `${url}/letters`,
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': letter.key },
            body: JSON.stringify(bodyOf(letter)),
          }),
        ),
      read: async (carrierId) =>
        wordOf(carrierId, await send({ url: `${url}/letters/${encodeURIComponent(carrierId)}` })),
    },
    close: () => way.close(),
  };
};
