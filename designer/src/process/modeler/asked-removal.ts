import type EventBus from 'diagram-js/lib/core/EventBus';
import type { Injector } from './injector.ts';
import type { FlowElement } from './neighbor.ts';

/** Whether elements may go, once somebody was asked where that is needed. */
export type MayRemove = (elements: readonly FlowElement[]) => Promise<boolean>;

type Entries = Readonly<Record<string, { readonly action?: object }>>;
type WithEntries = (entries: Entries) => Entries;

interface ContextPad {
  registerProvider(
    priority: number,
    provider: {
      getContextPadEntries(element: FlowElement): WithEntries;
      getMultiElementContextPadEntries(elements: readonly FlowElement[]): WithEntries;
    },
  ): void;
}

interface EditorActions {
  register(name: string, action: () => void): void;
  unregister(name: string): void;
}

interface Registry {
  get(id: string): FlowElement | undefined;
}

interface Rules {
  allowed(name: string, context: { readonly elements: readonly FlowElement[] }): boolean | readonly FlowElement[];
}

/** After the library has said what it offers. */
const AFTER_THE_LIBRARY = 500;

interface Attached extends FlowElement {
  readonly attachers?: readonly FlowElement[];
  readonly businessObject: FlowElement['businessObject'] & {
    readonly eventDefinitions?: readonly { readonly id?: string }[];
  };
}

/** What goes along with one element: what is within and attached, and the flows at it. */
const around = ({ id, attachers, children, incoming, outgoing }: Attached, registry: Registry): FlowElement[] =>
  // What a closed sub-process has within stands on a canvas of its own.
  [children, registry.get(`${id}_plane`)?.children, attachers, incoming, outgoing].flatMap((some) => some ?? []);

/** The ids of elements with everything that goes along, far within too. */
export const goingAlong = (elements: readonly FlowElement[], registry: Registry): string[] => {
  const going = new Set<string>();
  const add = (element: Attached): void => {
    if (going.has(element.id) || element.labelTarget !== undefined) return;
    going.add(element.id);
    for (const { id } of element.businessObject.eventDefinitions ?? []) if (id !== undefined) going.add(id);
    for (const other of around(element, registry)) add(other);
  };
  for (const element of elements) add(element);
  return [...going];
};

/** Whatever takes elements off the canvas comes by here: the context pad, the keys, the outline. */
export interface AskedRemoval {
  /** Sets who is asked before elements go. */
  readonly askWith: (mayRemove: MayRemove) => void;
  /** Takes elements away, one step to undo; answers whether they are gone. */
  readonly remove: (elements: readonly FlowElement[]) => Promise<boolean>;
}

interface Collaborators {
  contextPad: ContextPad;
  copyPaste: { copy(elements: readonly FlowElement[]): void };
  editorActions: EditorActions;
  elementRegistry: Registry;
  eventBus: EventBus;
  modeling: { removeElements(elements: FlowElement[]): void };
  rules: Rules;
  selection: { get(): FlowElement[] };
}

const createRemoval = ({ elementRegistry, modeling }: Collaborators): AskedRemoval => {
  let mayRemove: MayRemove = async () => true;
  return {
    askWith: (asker) => {
      mayRemove = asker;
    },
    remove: async (elements) => {
      if (elements.length === 0 || !(await mayRemove(elements))) return false;
      // While somebody read, another window may have drawn the file anew.
      const here = elements.flatMap(({ id }) => elementRegistry.get(id) ?? []);
      if (here.length > 0) modeling.removeElements(here);
      return here.length > 0;
    },
  };
};

const takeOverKeys = (parts: Collaborators, { remove }: AskedRemoval): void => {
  const { copyPaste, editorActions, rules, selection } = parts;
  const chosen = (): readonly FlowElement[] => {
    const elements = selection.get();
    const allowed = elements.length > 0 && rules.allowed('elements.delete', { elements });
    return typeof allowed === 'boolean' ? (allowed ? elements : []) : allowed;
  };
  const actions = {
    removeSelection: () => void remove(chosen()),
    cut: () => {
      const elements = chosen();
      if (elements.length > 0) copyPaste.copy(elements);
      void remove(elements);
    },
  };
  for (const [name, action] of Object.entries(actions)) {
    editorActions.unregister(name);
    editorActions.register(name, action);
  }
};

const takeOverPad = ({ contextPad }: Collaborators, { remove }: AskedRemoval): void => {
  const asking =
    (elements: readonly FlowElement[]): WithEntries =>
    (entries) =>
      entries['delete'] === undefined
        ? entries
        : { ...entries, delete: { ...entries['delete'], action: { click: () => void remove(elements) } } };
  contextPad.registerProvider(AFTER_THE_LIBRARY, {
    getContextPadEntries: (element) => asking([element]),
    getMultiElementContextPadEntries: asking,
  });
};

const factory = (injector: Injector<Collaborators>): AskedRemoval => {
  const parts: Collaborators = {
    contextPad: injector.get('contextPad'),
    copyPaste: injector.get('copyPaste'),
    editorActions: injector.get('editorActions'),
    elementRegistry: injector.get('elementRegistry'),
    eventBus: injector.get('eventBus'),
    modeling: injector.get('modeling'),
    rules: injector.get('rules'),
    selection: injector.get('selection'),
  };
  const removal = createRemoval(parts);
  takeOverPad(parts, removal);
  parts.eventBus.on('diagram.init', AFTER_THE_LIBRARY, () => takeOverKeys(parts, removal));
  return removal;
};
factory.$inject = ['injector'];

export const askedRemovalModule = { __init__: ['askedRemoval'], askedRemoval: ['factory', factory] as const };
