import { evaluate, parseFeel, toJson } from '@irisflow/feel';
import type { IncomingField } from '../views/incoming-webhook.ts';
import { RefusedDelivery } from './refused-delivery.ts';

/** Steps of all expressions of an address together: a fraction of a second, whatever was sent. */
const MOST_STEPS = 200_000;
const longestCaseName = 100;

export interface Mapping {
  readonly caseFrom: string;
  readonly fields: readonly IncomingField[];
}

export interface Mapped {
  /** The key or the reference of a case, as it was sent. */
  readonly caseName: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const refuse = (source: string, why: string): never => {
  throw new RefusedDelivery('unmapped', `Expected \`${source}\` to find something in what was sent, but ${why}`);
};

/** Evaluates one expression after the other, within one budget. */
const createReader = (body: object, now: number) => {
  let fuel = MOST_STEPS;
  return (source: string): unknown => {
    const found = evaluate(parseFeel(source, 'expression'), {
      variable: (name) => (name === 'body' ? body : undefined),
      now,
      timeZone: 'Europe/Brussels',
      fuel,
    });
    fuel = Math.max(0, fuel - found.steps);
    return found.ok ? toJson(found.value) : refuse(source, 'it could not be evaluated within its limits');
  };
};

/** Which case a message is for and what of it the process reads: what the administration declared, and nothing else of it. */
export const mapBody = ({ caseFrom, fields }: Mapping, body: object, now: number): Mapped => {
  const read = createReader(body, now);
  const name = read(caseFrom);
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestCaseName)
    return refuse(caseFrom, 'it gives no key or reference of a case');
  return {
    caseName: name.trim(),
    data: Object.fromEntries(fields.map((field) => [field.name, read(field.value)])),
  };
};
