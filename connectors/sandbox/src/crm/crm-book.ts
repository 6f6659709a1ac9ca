import { randomBytes } from 'node:crypto';

export type CrmValue = string | number | boolean | null;
export type CrmRecord = Readonly<Record<string, CrmValue>>;

/** What an object knows; a field beyond these is refused, and `required` ones are asked for. */
type CrmObject = {
  readonly prefix: string;
  readonly fields: readonly string[];
  readonly externalIds: readonly string[];
  readonly required: readonly string[];
};

/** The objects of the sandbox: people, companies and requests, with the numbers that an administration knows them by. */
export const CRM_OBJECTS: Readonly<Record<string, CrmObject>> = {
  Account: {
    prefix: '001',
    fields: ['Name', 'Phone', 'BillingStreet', 'BillingPostalCode', 'BillingCity', 'Enterprise_Number__c'],
    externalIds: ['Enterprise_Number__c'],
    required: ['Name'],
  },
  Contact: {
    prefix: '003',
    fields: ['FirstName', 'LastName', 'Email', 'Phone', 'Language__c', 'Party_Id__c'],
    externalIds: ['Party_Id__c'],
    required: ['LastName'],
  },
  Case: {
    prefix: '500',
    fields: ['Subject', 'Status', 'Description', 'Origin', 'Case_Reference__c'],
    externalIds: ['Case_Reference__c'],
    required: ['Subject'],
  },
};

const LONGEST = 255;

/** A refusal in the words of the API. */
export type CrmRefusal = { readonly errorCode: string; readonly message: string; readonly fields?: readonly string[] };

type Written = { readonly id: string; readonly created: boolean };
type Kept = { readonly id: string; record: CrmRecord; changedAt: number; deletedAt?: number };

export type UpsertOrder = {
  readonly object: string;
  readonly field: string;
  readonly externalId: string;
  readonly change: CrmRecord;
};

export type CrmBook = {
  readonly upsert: (order: UpsertOrder) => Written | CrmRefusal;
  readonly all: (object: string) => readonly CrmRecord[];
  readonly changed: (object: string, from: number, to: number) => readonly string[];
  readonly deleted: (object: string, from: number, to: number) => readonly string[];
  /** Whether there was such a record. */
  readonly remove: (object: string, id: string) => boolean;
};

export const isRefusal = (answer: object): answer is CrmRefusal => 'errorCode' in answer;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Eighteen characters; the first three tell the kind. */
export const crmIdOf = (prefix: string): string =>
  prefix + [...randomBytes(15)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');

const refuseOrder = ({ object, field, change }: UpsertOrder): CrmRefusal | undefined => {
  const known = Object.hasOwn(CRM_OBJECTS, object) ? CRM_OBJECTS[object] : undefined;
  if (known === undefined) return { errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' };
  if (!known.externalIds.includes(field))
    return {
      errorCode: 'NOT_FOUND',
      message: `Provided external ID field does not exist or is not accessible: ${field}`,
    };
  const strange = Object.keys(change).find((name) => !known.fields.includes(name));
  if (strange !== undefined)
    return {
      errorCode: 'INVALID_FIELD',
      message: `No such column '${strange}' on sobject of type ${object}`,
      fields: [strange],
    };
  const long = Object.entries(change).find(([, value]) => String(value).length > LONGEST)?.[0];
  return long === undefined
    ? undefined
    : { errorCode: 'STRING_TOO_LONG', message: `${long}: data value too large`, fields: [long] };
};

/** The records of one sandbox; gone with it. */
export const createCrmBook = (now: () => number = Date.now): CrmBook => {
  const kept = new Map<string, Kept[]>();
  const listOf = (object: string): Kept[] => {
    const list = kept.get(object) ?? [];
    kept.set(object, list);
    return list;
  };
  const living = (object: string) => listOf(object).filter(({ deletedAt }) => deletedAt === undefined);
  const isWithin = (moment: number | undefined, from: number, to: number) =>
    moment !== undefined && moment >= from && moment < to;
  return {
    all: (object) => living(object).map(({ id, record }) => ({ Id: id, ...record })),
    changed: (object, from, to) =>
      living(object)
        .filter(({ changedAt }) => isWithin(changedAt, from, to))
        .map(({ id }) => id),
    deleted: (object, from, to) =>
      listOf(object)
        .filter(({ deletedAt }) => isWithin(deletedAt, from, to))
        .map(({ id }) => id),
    remove: (object, id) => {
      const found = living(object).find((one) => one.id === id);
      if (found !== undefined) found.deletedAt = now();
      return found !== undefined;
    },
    upsert: (order) => {
      const wrong = refuseOrder(order);
      if (wrong !== undefined) return wrong;
      const { object, field, externalId, change } = order;
      const found = living(object).find(({ record }) => record[field] === externalId);
      const record = { ...found?.record, ...change, [field]: externalId };
      const missing = CRM_OBJECTS[object]?.required.filter((name) => (record[name] ?? '') === '') ?? [];
      if (missing.length > 0)
        return {
          errorCode: 'REQUIRED_FIELD_MISSING',
          message: `Required fields are missing: [${missing.join(', ')}]`,
          fields: missing,
        };
      if (found !== undefined) {
        Object.assign(found, { record, changedAt: now() });
        return { id: found.id, created: false };
      }
      const id = crmIdOf(CRM_OBJECTS[object]?.prefix ?? '000');
      listOf(object).push({ id, record, changedAt: now() });
      return { id, created: true };
    },
  };
};
