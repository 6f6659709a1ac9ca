import { Refused, signedInAs, type FrontDoor } from '../journeys/kit/front-door.ts';
import type { Underway } from './underway.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Nobody answered, or somebody who is just leaving; what was asked may have been done or not. */
const isCutOff = (error: unknown): boolean =>
  (error instanceof TypeError && error.cause !== undefined) ||
  (error instanceof Refused && [401, 502, 503, 504].includes(error.status));

/** The API of whoever repeats what nobody answered, and signs in again when they have to, as people and their browsers do. */
export const openPatientDoor = (webUrl: string, name: string, underway: Underway): FrontDoor => {
  let door: FrontDoor | undefined;
  const again = async <T>(what: string, ask: (door: FrontDoor) => Promise<T>): Promise<T> => {
    for (;;) {
      try {
        door ??= await signedInAs(webUrl, name);
        const opened = door;
        return await underway.during(what, () => ask(opened));
      } catch (error) {
        if (!isCutOff(error)) throw error;
        if (error instanceof Refused && error.status === 401) door = undefined;
        await pause(300);
      }
    }
  };
  return {
    get: (address) => again(`GET ${address}`, (one) => one.get(address)),
    post: (address, data) => again(`POST ${address}`, (one) => one.post(address, data)),
    put: (address, data) => again(`PUT ${address}`, (one) => one.put(address, data)),
    delete: (address) => again(`DELETE ${address}`, (one) => one.delete(address)),
    upload: (address, file) => again(`POST ${address}`, (one) => one.upload(address, file)),
    download: (address) => again(`GET ${address}`, (one) => one.download(address)),
  };
};
