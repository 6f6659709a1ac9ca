import type { XmlName } from './names.ts';

/** What a value is when it is read; every other kind of text stays text, so that no digit is lost. */
export type Primitive = 'text' | 'boolean' | 'number';

/** What an element may hold. One that its description leaves open holds whatever is found. */
export type TypeShape = {
  readonly elements: readonly ElementShape[];
  readonly attributes: readonly string[];
  /** What its own text is; undefined where it has none. */
  readonly text: Primitive | undefined;
  readonly isOpen: boolean;
};

/** An element of a question or an answer. Its type is looked up when it is needed: types may hold themselves. */
export type ElementShape = {
  readonly name: XmlName;
  readonly isRequired: boolean;
  readonly isList: boolean;
  readonly isNillable: boolean;
  readonly type: () => TypeShape;
};

export const OPEN_TYPE: TypeShape = { elements: [], attributes: [], text: 'text', isOpen: true };

export const textType = (text: Primitive): TypeShape => ({ elements: [], attributes: [], text, isOpen: false });
