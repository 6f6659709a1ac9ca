const bareName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** What an administration writes behind its own key. */
export interface TypeRow {
  /** Of the row, while the form is open. */
  readonly id: number;
  readonly text: string;
}

export type WrongType = 'missing' | 'wrong' | 'twice';

/** What is wrong with one row among all; undefined when it can be sent. */
export const wrongType = ({ id, text }: TypeRow, rows: readonly TypeRow[]): WrongType | undefined => {
  const name = text.trim();
  if (name === '') return 'missing';
  if (!bareName.test(name)) return 'wrong';
  return rows.some((other) => other.id < id && other.text.trim() === name) ? 'twice' : undefined;
};

export const typesOf = (administration: string, rows: readonly TypeRow[]): string[] =>
  rows.map(({ text }) => `${administration}.${text.trim()}`);
