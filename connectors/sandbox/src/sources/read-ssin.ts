import { CANCELED_SSIN } from '../fixtures/households-special.ts';
import { findResident, findSuccessor, type Resident } from '../fixtures/population.ts';
import { canceledSsin, malformedInput, replacedSsin, unknownSsin, type Problem } from '../problem.ts';
import type { SourceAnswer, SourceQuestion } from './source.ts';

const SSIN = /^\d{11}$/;

/** The `ssin` of a JSON body, when there is one. */
export const readSsin = ({ body }: SourceQuestion): string | undefined => {
  const parsed = parseObject(body);
  return typeof parsed['ssin'] === 'string' ? parsed['ssin'] : undefined;
};

/** Answers about one resident, or says as a register would why that is not possible. */
export const answerAbout = (
  ssin: string | undefined,
  answer: (resident: Resident) => SourceAnswer,
  wrap: (problem: Problem) => SourceAnswer = (problem) => ({ problem }),
): SourceAnswer => {
  if (ssin === undefined || !SSIN.test(ssin)) return wrap(malformedInput('ssin', 'Expected 11 digits.'));
  if (ssin === CANCELED_SSIN) return wrap(canceledSsin(ssin));
  const successor = findSuccessor(ssin);
  if (successor !== undefined) return wrap(replacedSsin(ssin, successor));
  const resident = findResident(ssin);
  return resident === undefined ? wrap(unknownSsin(ssin)) : answer(resident);
};

/** A JSON object; anything else reads as an empty one, and the missing field tells. */
export const parseObject = (body: string): Readonly<Record<string, unknown>> => {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
