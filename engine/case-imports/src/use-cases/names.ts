/** What a case of an earlier system is called here: no system of others has names with a slash, and procedures keep theirs apart. */
export const nameOfImported = (procedureKey: string, reference: string): string =>
  `import/${procedureKey}/${reference}`;
