import { stop } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

const random = (runtime: Runtime, name: string): number =>
  runtime.random === null ? stop('RANDOMNESS', 'RANDOMNESS_MISSING', { name }) : runtime.random();

const hexDigit = (value: number): string => Math.floor(value).toString(16);

/** A version 4 UUID: 122 random bits, the rest says so. */
const uuid = (runtime: Runtime): string =>
  'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (digit) => {
    const value = random(runtime, 'uuid');
    return hexDigit(digit === 'x' ? value * 16 : 8 + value * 4);
  });

/** Functions whose result nobody can foresee; they work where the caller gives randomness. */
export const randomness: Readonly<Record<string, Builtin>> = {
  'random number': [signature([], (runtime) => random(runtime, 'random number'))],
  uuid: [signature([], uuid)],
};
