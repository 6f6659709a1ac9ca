import { signInAtDemonstration, type RemoteVisitor } from '../testing/remote-visitor.ts';

export interface DeedWorld {
  readonly webUrl: string;
  readonly interrupt: (folder: string) => Promise<void>;
}

interface Template {
  readonly id: string;
  readonly name: string;
}

interface Case {
  readonly timeline: readonly { readonly text: Readonly<Record<string, string>> }[];
}

interface Filed {
  readonly citizen: RemoteVisitor;
  readonly caseId: string;
}

const locales = ['fr', 'nl', 'en'] as const;
const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
const PATIENCE_MS = 30_000;

/** Does by the API of the platform what the guide asks its reader to do by hand. */
export const createGuideDeeds = ({ webUrl, interrupt }: DeedWorld): ((deed: string) => Promise<void>) => {
  let filed: Filed | null = null;

  const findTemplate = async (type: string, person: string) => {
    const designer = await signInAtDemonstration(webUrl, person);
    const names = new Set<string>();
    for (const locale of locales) {
      const templates = await designer.ask<Template[]>('listElementTemplates', { query: { locale } });
      const template = templates.find(({ id }) => id === `irisflow.${type}`);
      if (template === undefined)
        throw new Error(
          `Expected the designer to offer ${type}, but found ${templates.map(({ id }) => id).join(', ')}`,
        );
      names.add(template.name);
    }
    if (names.size !== locales.length)
      throw new Error(`Expected a name in each language, but found ${[...names].join(', ')}`);
  };

  const file = async (person: string, procedureKey: string, data: string) => {
    const citizen = await signInAtDemonstration(webUrl, person);
    const draft = await citizen.ask<{ id: string }>('createDraft', { body: { procedureKey, language: 'fr' } });
    const body = { data: JSON.parse(data) as unknown, language: 'fr' };
    const { caseId } = await citizen.ask<{ caseId: string }>('submitApplication', {
      params: { draftId: draft.id },
      body,
    });
    filed = { citizen, caseId };
  };

  const readCase = async (words: string) => {
    if (filed === null) throw new Error('Expected a case that was filed, but there is none');
    const { citizen, caseId } = filed;
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { timeline } = await citizen.ask<Case>('getMyCase', { params: { caseId } });
      if (timeline.some(({ text }) => text['en'] === words)) return;
      if (Date.now() > until)
        throw new Error(
          `Expected the case to say "${words}", but it says: ${timeline.map(({ text }) => text['en']).join('; ')}`,
        );
      await pause();
    }
  };

  const deeds: readonly (readonly [RegExp, (...words: string[]) => Promise<void>])[] = [
    [/^Ctrl-C in (\S+)$/, (folder = '') => interrupt(folder)],
    [/^the designer offers (\S+) to (\S+)$/, (type = '', person = '') => findTemplate(type, person)],
    [/^(\S+) files (\S+) with (\{.*\})$/, (person = '', key = '', data = '') => file(person, key, data)],
    [/^her case says: (.+)$/, (words = '') => readCase(words)],
  ];

  return async (deed) => {
    for (const [pattern, act] of deeds) {
      const match = pattern.exec(deed);
      if (match !== null) return act(...match.slice(1));
    }
    throw new Error(`Expected a deed that this test knows, but found "${deed}"`);
  };
};
