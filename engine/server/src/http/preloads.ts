import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Something that the page of an address needs at once; the build of a web app writes it down. */
export interface Preload {
  readonly href: string;
  readonly kind: 'module' | 'font' | 'answer';
  /** Only for people who are signed in. */
  readonly isPersonal?: boolean;
}

export interface PagePreloads {
  /** `/fr/applications/:draft`; `:name` stands for one part, also in the addresses of what it needs. */
  readonly address: string;
  readonly preloads: readonly Preload[];
}

/** What the build wrote; an app without it names nothing. */
export const readPreloads = (folder: string): readonly PagePreloads[] => {
  const file = path.join(folder, 'preloads.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly PagePreloads[]) : [];
};

/** Parts of addresses that may stand in a header as they are: keys and ids. */
const plainPart = /^[\w-]{1,128}$/;

type Parts = Readonly<Record<string, string>>;

const partsOf = (address: string, template: string): Parts | undefined => {
  const [found, wanted] = [address.replace(/\/$/, '').split('/'), template.split('/')];
  if (found.length !== wanted.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, name] of wanted.entries()) {
    const part = found[index] ?? '';
    if (!name.startsWith(':')) {
      if (name !== part) return undefined;
    } else if (plainPart.test(part)) parts[name.slice(1)] = part;
    else return undefined;
  }
  return parts;
};

const fill = (href: string, parts: Parts): string => href.replaceAll(/:(\w+)/g, (_, name: string) => parts[name] ?? '');

/** How a browser must ask so that the page's own question finds the answer: as it would ask itself. */
const relations = {
  module: 'rel=modulepreload',
  // Letters can be drawn in another font for a moment; nothing can be drawn without the program.
  font: 'rel=preload; as=font; type="font/woff2"; crossorigin; fetchpriority=low',
  answer: 'rel=preload; as=fetch; crossorigin',
} as const satisfies Readonly<Record<Preload['kind'], string>>;

/**
 * The `Link` header of a page: what its program would ask for, one after the other, once it runs. On a telephone each such step costs a
 * fifth of a second; named beside the page, all of it is asked for at once.
 */
export const linkHeader = (
  pages: readonly PagePreloads[],
  { address, isSignedIn }: { readonly address: string; readonly isSignedIn: boolean },
): string | undefined => {
  for (const page of pages) {
    const parts = partsOf(address, page.address);
    if (parts === undefined) continue;
    return page.preloads
      .filter(({ isPersonal = false }) => isSignedIn || !isPersonal)
      .map(({ href, kind }) => `<${fill(href, parts)}>; ${relations[kind]}`)
      .join(', ');
  }
  return undefined;
};
