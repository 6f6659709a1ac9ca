import type EventBus from 'diagram-js/lib/core/EventBus';
import type { FlowElement } from './neighbor.ts';

/** What a step or a flow is called in the reader's language, by its id; undefined where nobody translated it. */
export type ShownNameOf = (elementId: string) => string | undefined;

/** What elements were called on the canvas and what they are called now, by their ids. */
export type Renamed = ReadonlyMap<string, { readonly from: string; readonly to: string }>;

interface Named {
  readonly id?: string;
  name?: string;
}

interface Kept {
  /** As the file says it. */
  written: string;
  /** As it stands on the canvas. */
  shown: string;
}

interface Registry {
  filter(keep: (element: FlowElement) => boolean): (FlowElement & { label?: FlowElement })[];
}

const isNamed = ({ name }: Named): boolean => name !== undefined && name !== '';

/**
 * A drawing has room for one name an element, and its readers have three languages. The canvas, its search and its outline
 * show the name of the reader's language; the file keeps the one that it has.
 */
export class ShownNames {
  static readonly $inject = ['eventBus', 'elementRegistry'];

  readonly #bus: EventBus;
  readonly #registry: Registry;
  readonly #kept = new Map<Named, Kept>();
  #nameOf: ShownNameOf = () => undefined;
  #onRename: (renamed: Renamed) => void = () => undefined;

  constructor(bus: EventBus, registry: Registry) {
    this.#bus = bus;
    this.#registry = registry;
    bus.on('import.parse.complete', ({ elementsById = {} }: { elementsById?: Readonly<Record<string, Named>> }) => {
      this.#kept.clear();
      for (const element of Object.values(elementsById)) this.#show(element);
    });
    bus.on('commandStack.changed', () => this.#noteRenamed());
    bus.on('saveXML.start', () => this.#swap('written'));
    bus.on('saveXML.done', () => this.#swap('shown'));
  }

  /** Sets who is told that somebody renamed on the canvas what has a name in their language. */
  tellRenamed(listener: (renamed: Renamed) => void): void {
    this.#onRename = listener;
  }

  /** Sets what elements are called, and draws those anew that are called otherwise. */
  answerWith(nameOf: ShownNameOf): void {
    this.#nameOf = nameOf;
    const changed = this.#registry
      .filter(({ type }) => type !== 'label')
      .filter(({ businessObject }) => this.#show(businessObject))
      .flatMap((element) => (element.label === undefined ? [element] : [element, element.label]));
    if (changed.length > 0) this.#bus.fire('elements.changed', { elements: changed });
  }

  /** Whether it is called otherwise now. */
  #show(element: Named): boolean {
    if (!isNamed(element)) return false;
    const before = element.name ?? '';
    const written = this.#kept.get(element)?.written ?? before;
    const translated = this.#nameOf(element.id ?? '')?.trim() ?? '';
    const shown = translated === '' ? written : translated;
    if (translated === '') this.#kept.delete(element);
    else this.#kept.set(element, { written, shown });
    element.name = shown;
    return shown !== before;
  }

  #noteRenamed(): void {
    const renamed = new Map<string, { from: string; to: string }>();
    for (const [element, kept] of this.#kept) {
      const { id = '', name = '' } = element;
      if (name === kept.shown) continue;
      // What has no name on the canvas has none in the file.
      if (name !== '') renamed.set(id, { from: kept.shown, to: name });
      // A drawing that is made in this language stays in it.
      if (kept.written === kept.shown) kept.written = name;
      kept.shown = name;
    }
    if (renamed.size > 0) this.#onRename(renamed);
  }

  /** The names of one kind stand in the model while it is written, and those of the other before and after. */
  #swap(kind: keyof Kept): void {
    for (const [element, kept] of this.#kept) if (kept.shown !== '') element.name = kept[kind];
  }
}

export const shownNamesModule = { __init__: ['shownNames'], shownNames: ['type', ShownNames] };
