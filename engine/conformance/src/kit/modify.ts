import type { World } from './world.ts';

interface Activation {
  readonly elementId: string;
  readonly ancestorElementInstanceKey?: unknown;
  readonly variableInstructions?: readonly { readonly variables: string; readonly scopeId?: string }[];
}

export interface Changes {
  readonly activate?: readonly (string | Activation)[];
  /** Ids of elements that were entered once, or keys of element instances. */
  readonly terminate?: readonly string[];
}

const isKey = (idOrKey: string): boolean => /^\d+$/.test(idOrKey);

/** Puts tokens on elements of a running instance and takes others away, all or none. */
export const modify = async (
  world: World,
  processInstanceKey: string,
  { activate = [], terminate = [] }: Changes,
): Promise<void> => {
  const keyOf = async (idOrKey: string): Promise<unknown> =>
    isKey(idOrKey) ? idOrKey : (await world.element(processInstanceKey, idOrKey))['elementInstanceKey'];
  const keys = await Promise.all(terminate.map(keyOf));
  await world.raw.call('ModifyProcessInstance', {
    processInstanceKey,
    activateInstructions: activate.map((item) => (typeof item === 'string' ? { elementId: item } : item)),
    terminateInstructions: keys.map((elementInstanceKey) => ({ elementInstanceKey })),
  });
};
