import { findVehicle, type Vehicle } from '../fixtures/vehicles.ts';
import { malformedInput, notFound } from '../problem.ts';
import { parseObject } from './read-ssin.ts';
import type { Source, SourceAnswer, SourceQuestion } from './source.ts';

const NUMBER = /^(\d{11}|[01]\d{9})$/;

/** A question about a vehicle of somebody: who asks and which one. */
type VehicleQuestion = {
  readonly holder: string;
  readonly vehicle: Vehicle;
  readonly body: Readonly<Record<string, unknown>>;
};

const holderOf = ({ body }: SourceQuestion): string | undefined => {
  const { holder } = parseObject(body);
  return typeof holder === 'string' ? holder : undefined;
};

const answerAbout = (question: SourceQuestion, answer: (asked: VehicleQuestion) => SourceAnswer): SourceAnswer => {
  const holder = holderOf(question);
  const body = parseObject(question.body);
  if (holder === undefined || !NUMBER.test(holder)) {
    return { problem: malformedInput('holder', 'Expected the number of a person or of a company.') };
  }
  const vehicle = findVehicle(String(body['vin']));
  return vehicle === undefined ? { problem: notFound() } : answer({ holder, vehicle, body });
};

/** A played register of vehicles, which all ask alike. */
export const vehicleSource = (
  source: Pick<Source, 'id' | 'title' | 'path' | 'urlSetting' | 'tokenSecret'>,
  answer: (asked: VehicleQuestion) => SourceAnswer,
): Source => ({
  ...source,
  method: 'POST',
  isPersonal: true,
  subjectOf: holderOf,
  answer: (question) => answerAbout(question, answer),
  wrap: (problem) => ({ problem }),
});
