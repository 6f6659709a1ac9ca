import type { Plugin } from 'vite';
import { pageNeeds, type PageNeeds } from './page-needs.ts';

/** What the bundler says of a chunk, as far as its preloads need it. */
export interface LinkedChunk {
  readonly type: 'chunk';
  readonly fileName: string;
  readonly isEntry: boolean;
  readonly moduleIds: readonly string[];
  /** Chunks that load before this one runs. */
  readonly imports: readonly string[];
}

export type LinkedFiles = Readonly<Record<string, LinkedChunk | { readonly type: 'asset'; readonly fileName: string }>>;

/** Something that the page of an address needs at once; the server names it beside the page. */
export interface Preload {
  readonly href: string;
  readonly kind: 'module' | 'font' | 'answer';
  /** Only for people who are signed in. */
  readonly isPersonal?: true;
}

export interface PagePreloads {
  readonly address: string;
  readonly preloads: readonly Preload[];
}

const locales = ['fr', 'nl', 'en'] as const;
const session = '/api/session';
const font = /latin-wght-normal-[\w-]+\.woff2$/;

const chunksOf = (files: LinkedFiles): readonly LinkedChunk[] =>
  Object.values(files).filter((file) => file.type === 'chunk');

const chunkWith = (files: LinkedFiles, ending: string): LinkedChunk => {
  const found = chunksOf(files).find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(ending)));
  if (found === undefined) throw new Error(`Expected a chunk with ${ending}, but found none.`);
  return found;
};

/** A chunk and what it loads first, without what the page names itself: the entry. */
const withImports = (files: LinkedFiles, chunk: LinkedChunk): readonly string[] => {
  const names = new Set<string>();
  const visit = (one: LinkedChunk | undefined): void => {
    if (one === undefined || one.isEntry || names.has(one.fileName)) return;
    names.add(one.fileName);
    for (const name of one.imports) visit(chunksOf(files).find(({ fileName }) => fileName === name));
  };
  visit(chunk);
  return [...names];
};

const modulesOf = (files: LinkedFiles, { module }: PageNeeds): readonly string[] =>
  module === undefined ? [] : withImports(files, chunkWith(files, `/portal/src/${module}`));

/** What each page needs at once, in each language, in the order in which it is worth a connection. */
export const preloadsOf = (files: LinkedFiles): readonly PagePreloads[] => {
  const fonts = Object.values(files).filter(({ type, fileName }) => type === 'asset' && font.test(fileName));
  return locales.flatMap((locale) => {
    const textsIn = (name: string) => withImports(files, chunkWith(files, `/${name}.${locale}.json`));
    const [texts, personalTexts] = [textsIn('portal'), textsIn('personal')];
    return pageNeeds.map((needs): PagePreloads => {
      const personal = needs.isPersonal === true ? ({ isPersonal: true } as const) : {};
      return {
        address: `/${locale}${needs.address}`,
        preloads: [
          ...[...texts, ...(needs.isPersonal === true ? personalTexts : []), ...modulesOf(files, needs)].map(
            (name) => ({ href: `/${name}`, kind: 'module' as const }),
          ),
          { href: session, kind: 'answer' },
          ...needs.reads.map((href) => ({ href, kind: 'answer' as const, ...personal })),
          ...fonts.map(({ fileName }) => ({ href: `/${fileName}`, kind: 'font' as const })),
        ],
      };
    });
  });
};

/** Writes down beside the page what each address needs at once, for the server to say. */
export const preloads = (): Plugin => ({
  name: 'irisflow:preloads',
  apply: 'build',
  generateBundle(_, files) {
    this.emitFile({ type: 'asset', fileName: 'preloads.json', source: JSON.stringify(preloadsOf(files)) });
  },
});
