import type { LocalizedText } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';

/** What an input may name of the procedure that calls a block. */
export type NamedByInput = 'term' | 'letter' | 'opinion';

export const inputKinds = [
  /** A thing of the procedure by its key: a term, a letter, a group. */
  'named',
  'text',
  /** A text in every language. */
  'localizedText',
  'number',
  'day',
  'choice',
  /** Several of a few choices. */
  'choices',
  /** A list of things, each with a key and a label in every language. */
  'items',
  /** A step of the ladder of an obligation. */
  'obligationStep',
  /** What only the case knows. */
  'caseValue',
] as const;

/** What an input holds, so that it is asked in a field that fits. */
export interface InputShape {
  readonly kind: (typeof inputKinds)[number];
  readonly choices?: readonly { readonly value: string; readonly label: LocalizedText }[];
}

/** Something that a block is told, by the name of its variable. */
export interface BlockInput extends InputShape {
  readonly name: string;
  readonly label: LocalizedText;
  readonly hint?: LocalizedText;
  readonly isRequired: boolean;
  /** FEEL that stands there until somebody writes another one. */
  readonly value?: string;
  readonly names?: NamedByInput;
}

/** Something that a block leaves behind, by the name of its variable. */
export interface BlockOutput {
  readonly name: string;
  readonly label: LocalizedText;
}

/** A part of procedures that the platform brings: every folder may call it, and none can change it for another. */
export interface Block {
  /** Its process is `block-<key>`, and so are its files. */
  readonly key: string;
  readonly title: LocalizedText;
  readonly description: LocalizedText;
  readonly inputs: readonly BlockInput[];
  readonly outputs: readonly BlockOutput[];
  /** A drawn process, and letters that it sends where the procedure has none of its own. */
  readonly files: readonly FolderFile[];
}

const prefix = 'block-';

/** The id of the process of a block, and how the names of its files begin. */
export const blockId = (key: string): string => `${prefix}${key}`;

/** A key of a letter as people read it in the name of a file: whose letter it is says nothing to them. */
export const readableKey = (key: string): string => (key.startsWith(prefix) ? key.slice(prefix.length) : key);

/** Whether a file is one that a block brought: folders keep no file of such a name themselves. */
export const isOfBlock = (path: string): boolean => path.startsWith(prefix);
