import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const languages = ['fr', 'nl', 'en'] as const;
export type Language = (typeof languages)[number];
type Words = Readonly<Record<Language, string>>;

/** A node of a letter's body; what a kind of node does not have is left out. */
export interface LetterNode {
  readonly type: string;
  readonly text?: string;
  readonly path?: string;
  readonly each?: string;
  readonly when?: string;
  readonly rows?: string;
  readonly columns?: readonly { readonly header: string; readonly value: string }[];
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly LetterNode[];
}

export interface FolderLetter {
  readonly key: string;
  readonly subject: Words;
  readonly body: Readonly<Record<Language, LetterNode>>;
  readonly mandatory: readonly string[];
}

/** What stands on every letter of a procedure before its text begins, and whom it names. */
export interface LetterHead {
  readonly administration: string;
  readonly reference: string;
  readonly contact: Readonly<Record<'name' | 'email' | 'phone', string>> &
    Readonly<Record<'capacity' | 'service' | 'address', Words>>;
}

export interface LetterFolder {
  readonly name: string;
  readonly head: LetterHead;
  readonly letters: readonly FolderLetter[];
  /** The text of each drawing. */
  readonly drawings: readonly string[];
}

const root = path.resolve(import.meta.dirname, '../..');
const ending = '.letter.json';

const readLetters = (folder: string): LetterFolder => {
  const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
  const files = readdirSync(folder).toSorted();
  return {
    name: path.relative(root, folder),
    head: JSON.parse(read('procedure.json')) as LetterHead,
    letters: files.filter((file) => file.endsWith(ending)).map((file) => JSON.parse(read(file)) as FolderLetter),
    drawings: files.filter((file) => file.endsWith('.bpmn')).map(read),
  };
};

/** Every procedure of the examples with its letters, whoever adds one; those of the journeys too. */
export const letterFolders: readonly LetterFolder[] = [root, path.join(root, 'journeys')]
  .flatMap((parent) => readdirSync(parent).map((name) => path.join(parent, name)))
  .filter((folder) => existsSync(path.join(folder, 'procedure.json')))
  .map(readLetters);
