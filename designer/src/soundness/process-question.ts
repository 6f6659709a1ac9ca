/** A BPMN file to explore, and the other ones of its procedure: what they send may arrive in it. */
export interface ProcessQuestion {
  readonly xml: string;
  readonly siblings: readonly string[];
}

export const isSameQuestion = (one: ProcessQuestion, other: ProcessQuestion): boolean =>
  one.xml === other.xml &&
  one.siblings.length === other.siblings.length &&
  one.siblings.every((sibling, index) => sibling === other.siblings[index]);

/** What there is to ask about each process of a procedure, by path. */
export const questionsOf = (processes: ReadonlyMap<string, string>): ReadonlyMap<string, ProcessQuestion> =>
  new Map(
    [...processes].map(([path, xml]) => {
      const siblings = [...processes].filter(([other]) => other !== path).map(([, text]) => text);
      return [path, { xml, siblings }];
    }),
  );
