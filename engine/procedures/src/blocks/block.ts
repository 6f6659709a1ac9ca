import type { LocalizedText } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';

/** What an input may name of the procedure that calls a block. */
export type NamedByInput = 'term' | 'letter' | 'opinion';

/** Something that a block is told, by the name of its variable. */
export interface BlockInput {
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
